// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

extension RecordedUsage {
  /// The same records with the work of further groups, such as those of another plan's roster.
  ///
  /// - Parameters:
  ///   - groups: Names that the records do not have yet.
  ///   - totals: Their work on a day, one value for each.
  package func adding(
    groups: [String], _ totals: (CivilDate) -> [StaffingTotals]
  ) -> RecordedUsage {
    let schema = self.schema.adding(groups: groups)
    switch self {
    case .daily(let usage):
      return .daily(usage.with(schema: schema, adding: groups.count, totals))
    case .monthly(_, var months):
      for index in months.indices {
        var sums = [StaffingTotals](repeating: StaffingTotals(), count: groups.count)
        for date in months[index].served {
          for (group, total) in totals(date).enumerated() { sums[group].add(total) }
        }
        months[index].staffing += sums
      }
      return .monthly(schema, months)
    }
  }
}

extension UsageSchema {
  fileprivate func adding(groups: [String]) -> UsageSchema {
    UsageSchema(
      inquiryTypes: inquiryTypes, groups: self.groups + groups, conversations: conversations,
      results: results, currency: currency,
      columns: columns.union(UsageColumn.allCases.filter(\.isOfPeople)))
  }
}
