// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money

/// A contract bound to the names of one usage schema, ready to price any number of histories.
///
/// Binding resolves every name once; pricing then touches numbers only. Build one for a plan and
/// use it for every replication.
package struct ContractPricer: Sendable {
  package let contract: Contract
  package let schema: UsageSchema
  private let bound: [BoundClause]

  private struct BoundClause: Sendable {
    let billing: any BillingClause
    let phase: BillingPhase
    let binding: ClauseBinding
  }

  /// - Throws: `.invalidContract` with every problem of the contract, `.currenciesMixed`, or the
  ///   first name or definition that the schema does not have.
  package init(_ contract: Contract, schema: UsageSchema) throws(PricingError) {
    let problems = contract.validate()
    guard problems.isEmpty else { throw .invalidContract(problems) }
    guard contract.currency == schema.currency else {
      throw .currenciesMixed(contract: contract.currency, usage: schema.currency)
    }
    self.contract = contract
    self.schema = schema
    try Self.check(contract, schema)
    var bound: [BoundClause] = []
    for (index, clause) in contract.clauses.enumerated() {
      guard let billing = clause.terms.billing else { continue }
      let binding = try Self.bind(
        billing.needs, clause: index, schema, standard: contract.options.conversation)
      bound.append(BoundClause(billing: billing, phase: billing.phase, binding: binding))
    }
    // Stable within a phase, so that lines keep the contract's order.
    self.bound = BillingPhase.allCases.flatMap { phase in bound.filter { $0.phase == phase } }
  }

  /// Refuses a usage that is silent about what a clause charges by: silence would pass as zero.
  private static func check(_ contract: Contract, _ schema: UsageSchema) throws(PricingError) {
    for (index, clause) in contract.clauses.enumerated() {
      // Of a group that nobody knows, binding says more.
      let isKnown = clause.terms.people.map { schema.groups.contains($0.group) } ?? true
      for column in clause.terms.requiredColumns(contract.options)
      where !schema.columns.contains(column) && (isKnown || !column.isOfPeople) {
        throw .columnMissing(
          clause: index, column, told: UsageColumn.allCases.filter(schema.columns.contains))
      }
    }
  }

  private static func bind(
    _ needs: ClauseNeeds, clause: Int, _ schema: UsageSchema, standard: EffectiveConversation
  ) throws(PricingError) -> ClauseBinding {
    var binding = ClauseBinding(
      clause: clause, types: Array(0..<schema.typeCount), conversationColumn: -1, group: -1,
      result: -1)
    if !needs.inquiryTypes.isEmpty {
      binding.types = []
      for name in needs.inquiryTypes {
        guard let type = schema.inquiryTypes.firstIndex(of: name) else {
          throw .unknownInquiryType(clause: clause, name: name, known: schema.inquiryTypes)
        }
        if !binding.types.contains(type) { binding.types.append(type) }
      }
    }
    if case .defined(let own) = needs.conversations {
      let definition = own ?? standard
      let narrowed = definition.among(needs.inquiryTypes)
      guard let column = schema.column(of: narrowed) ?? schema.column(of: definition) else {
        throw .conversationNotCounted(
          clause: clause, definition, counted: schema.conversations)
      }
      binding.conversationColumn = column
    }
    if let people = needs.people {
      guard let index = schema.groups.firstIndex(of: people.group) else {
        throw .unknownGroup(clause: clause, name: people.group, known: schema.groups)
      }
      binding.group = index
    }
    if let result = needs.result {
      guard let index = schema.results.firstIndex(of: result) else {
        throw .unknownResult(clause: clause, name: result, known: schema.results)
      }
      binding.result = index
    }
    return binding
  }

  /// The invoices of consecutive billing months.
  ///
  /// Months wholly outside the contract's term are left out; a tier by last month's average may look
  /// at the one before it.
  ///
  /// - Parameter before: The month before the first of `months`, where it is recorded apart.
  /// - Throws: `PricingError` for months that are missing, negative, of the wrong shape or partly
  ///   outside the term, and for amounts beyond 10¹⁵ 分.
  package func invoices(
    for months: [MonthlyUsage], before: MonthlyUsage? = nil
  ) throws(PricingError) -> Invoices {
    var invoices: [Invoice] = []
    invoices.reserveCapacity(months.count)
    let sheet = try price(months, before: before, keepsLines: true) { usage, sheet in
      invoices.append(Self.invoice(usage, sheet))
    }
    return self.invoices(invoices, sheet)
  }

  /// The sums of all invoices, and the invoices themselves where lines are wanted, priced once.
  ///
  /// - Throws: as `invoices(for:)`.
  package func charges(
    for months: [MonthlyUsage], keepsLines: Bool
  ) throws(PricingError) -> Charges {
    var charges = Charges(months: [], monthly: [], clauses: [], total: .zero)
    charges.monthly.reserveCapacity(months.count)
    var invoices: [Invoice] = []
    let sheet = try price(months, keepsLines: keepsLines) { usage, sheet in
      charges.months.append(usage.month)
      charges.monthly.append(sheet.total)
      if keepsLines { invoices.append(Self.invoice(usage, sheet)) }
    }
    charges.clauses = sheet.clauses
    charges.total = sheet.grandTotal
    charges.invoices = keepsLines ? self.invoices(invoices, sheet) : nil
    return charges
  }

  /// The sum of all invoices, without keeping a line.
  ///
  /// - Throws: as `invoices(for:)`.
  package func total(of months: [MonthlyUsage]) throws(PricingError) -> Money {
    try price(months, keepsLines: false) { _, _ in }.grandTotal
  }

  private static func invoice(_ usage: MonthlyUsage, _ sheet: BillingSheet) -> Invoice {
    Invoice(month: usage.month, served: usage.served, lines: sheet.lines, total: sheet.total)
  }

  private func invoices(_ months: [Invoice], _ sheet: BillingSheet) -> Invoices {
    Invoices(
      contract: contract.name, clauseNames: contract.clauses.map(\.name),
      options: contract.options, months: months, total: sheet.grandTotal)
  }

  private func price(
    _ given: [MonthlyUsage], before: MonthlyUsage? = nil, keepsLines: Bool,
    _ finished: (MonthlyUsage, BillingSheet) -> Void
  ) throws(PricingError) -> BillingSheet {
    let months = try monthsInTerm(given)
    guard let first = months.first else { throw .noMonths }
    let before =
      before ?? given.last { $0.served.last.advanced(by: 1) == first.served.first }
    let start = contract.term?.first ?? first.served.first
    try checkTrial(first, start, last: months[months.count - 1].served.last)
    var sheet = BillingSheet(
      month: first.month, clauses: contract.clauses.count, keepsLines: keepsLines)
    var month = BilledMonth(
      months: months, before: before, layout: UsageLayout(schema), options: contract.options,
      binding: ClauseBinding.none, start: start)
    for index in months.indices {
      try checkMonth(months, index)
      sheet.begin(months[index].month)
      month.index = index
      var phase = BillingPhase.charge
      for clause in bound {
        if clause.phase != phase {
          phase = clause.phase
          sheet.totalBeforePhase = sheet.total
        }
        sheet.clause = clause.binding.clause
        month.binding = clause.binding
        do throws(PricingError) {
          try clause.billing.charge(month, on: &sheet)
        } catch {
          throw error.placed(in: clause.binding.clause, months[index].month)
        }
      }
      try sheet.finish()
      finished(months[index], sheet)
    }
    return sheet
  }

  private func monthsInTerm(_ months: [MonthlyUsage]) throws(PricingError) -> [MonthlyUsage] {
    guard let term = contract.term else { return months }
    if let first = months.first, let last = months.last, first.served.first >= term.first,
      last.served.last <= term.last
    {
      return months
    }
    let inside = months.filter { $0.served.intersection(term) != nil }
    for usage in inside where usage.served.intersection(term) != usage.served {
      throw .usageOutsideTerm(usage.month)
    }
    return inside
  }

  private func checkTrial(
    _ first: MonthlyUsage, _ start: CivilDate, last: CivilDate
  ) throws(PricingError) {
    guard contract.trialMonths > 0, start.day != 1, first.served.first == start else { return }
    let end = min(start.adding(months: 1).advanced(by: -1), last)
    if first.served.last != end, let days = DateSpan(first: start, last: end) {
      throw .trialNeedsOwnMonth(days)
    }
  }

  private func checkMonth(_ months: [MonthlyUsage], _ index: Int) throws(PricingError) {
    let usage = months[index]
    if index > 0 {
      let previous = months[index - 1]
      let next = previous.served.last.advanced(by: 1)
      if usage.served.first > next { throw .monthMissing(next.yearMonth) }
      if usage.served.first < next {
        throw .monthsOutOfOrder(previous: previous.month, found: usage.month)
      }
    }
    let width = schema.columnCount * schema.typeCount
    try expect(usage.counts.count, width, usage.month)
    try expect(usage.staffing.count, schema.groups.count, usage.month)
    try expect(usage.results.count, schema.results.count, usage.month)
    if !usage.dailyCounts.isEmpty {
      try expect(usage.dailyCounts.count, width * usage.served.count, usage.month)
    }
    if !usage.hourlyCounts.isEmpty {
      try expect(usage.hourlyCounts.count, width * 24, usage.month)
    }
    if usage.hasNegative { throw .negativeQuantity(usage.month) }
  }

  private func expect(
    _ found: Int, _ expected: Int, _ month: YearMonth
  ) throws(PricingError) {
    if found != expected { throw .wrongShape(month, found: found, expected: expected) }
  }
}

extension Contract {
  /// The invoices of this contract on consecutive billing months.
  ///
  /// Binds the contract anew; keep a `ContractPricer` where many histories are priced.
  ///
  /// - Throws: as `ContractPricer.init` and `ContractPricer.invoices(for:)`.
  package func price(
    _ months: [MonthlyUsage], before: MonthlyUsage? = nil, schema: UsageSchema
  ) throws(PricingError) -> Invoices {
    try ContractPricer(self, schema: schema).invoices(for: months, before: before)
  }
}
