// SPDX-License-Identifier: GPL-3.0-or-later

/// The names behind the dense columns of a usage: what was counted, and for whom.
///
/// Counts are stored column by column, one number per inquiry type. The first columns are the
/// conversation definitions; orders, attributed sales and attributed refunds follow.
package struct UsageSchema: Hashable, Sendable {
  package let inquiryTypes: [String]
  package let groups: [String]
  /// The definitions of a billable conversation that the usage can tell apart.
  package let conversations: [EffectiveConversation]
  /// Names of the measured results on which a bonus or malus may depend.
  package let results: [String]
  /// ISO 4217.
  package let currency: String
  /// What the usage tells at all; a column that it does not tell is zero throughout, and unknown.
  package let columns: Set<UsageColumn>

  package init(
    inquiryTypes: [String],
    groups: [String] = [],
    conversations: [EffectiveConversation] = [.everyArrival, .answeredByPerson],
    results: [String] = [],
    currency: String = "CNY",
    columns: Set<UsageColumn> = Set(UsageColumn.allCases)
  ) {
    self.inquiryTypes = inquiryTypes
    self.groups = groups
    self.conversations = conversations
    self.results = results
    self.currency = currency
    self.columns = columns
  }

  package var typeCount: Int { inquiryTypes.count }
  package var columnCount: Int { conversations.count + 3 }
  package var ordersColumn: Int { conversations.count }
  /// Sales attributed to agents, in 分, gross of refunds.
  package var salesColumn: Int { conversations.count + 1 }
  /// Refunds of those sales, in 分, as a positive number.
  package var refundsColumn: Int { conversations.count + 2 }

  /// The column of a conversation definition, or `nil` if the usage does not count it.
  package func column(of definition: EffectiveConversation) -> Int? {
    conversations.firstIndex(of: definition)
  }
}

/// The positions of columns alone, cheap to pass around.
struct UsageLayout: Sendable {
  let typeCount: Int
  let columnCount: Int

  init(_ schema: UsageSchema) {
    typeCount = schema.typeCount
    columnCount = schema.columnCount
  }

  /// Numbers in one row of counts.
  var width: Int { columnCount * typeCount }
  var ordersColumn: Int { columnCount - 3 }
  var salesColumn: Int { columnCount - 2 }
  var refundsColumn: Int { columnCount - 1 }
}
