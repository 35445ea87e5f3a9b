// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// What contracts ask of a record that leaves something open.
package struct UsageReading: Equatable, Sendable {
  /// Definitions of a billable conversation to count beyond arrivals and answers, as far as the file
  /// allows.
  package var conversations: [EffectiveConversation]
  /// The groups whose seats and shifts are meant where the file names none.
  package var groups: [String]
  /// Whether one contract bills the same work of several groups, so that the file must name them.
  package var needsGroupsApart: Bool
  /// ISO 4217; that of the amounts where the file does not state it.
  package var currency: String
  /// Value of an order by inquiry type, for chat logs that tell orders and no sales.
  package var orderValues: [String: Money]

  package init(
    conversations: [EffectiveConversation] = [], groups: [String] = [],
    needsGroupsApart: Bool = false, currency: String = "CNY", orderValues: [String: Money] = [:]
  ) {
    self.orderValues = orderValues
    self.currency = currency
    self.conversations = conversations
    self.groups = groups
    self.needsGroupsApart = needsGroupsApart
  }

  /// What some contracts of one currency ask, each priced on its own.
  package init(_ contracts: [Contract], orderValues: [String: Money] = [:]) {
    self.init(currency: contracts.first?.currency ?? "CNY", orderValues: orderValues)
    for contract in contracts {
      for definition in contract.conversations where !conversations.contains(definition) {
        conversations.append(definition)
      }
      for group in contract.billedGroups where !groups.contains(group) { groups.append(group) }
      needsGroupsApart = needsGroupsApart || contract.needsGroupsApart
    }
  }
}

extension UsageReading {
  /// - Throws: `.currenciesMixed` for a row that states another currency than this one.
  func checkCurrency(_ row: RecordRow, _ column: RecordColumn) throws(RecordError) {
    guard let cell = row.cell(column), !cell.elementsEqual(currency.utf8) else { return }
    let found = String(decoding: cell, as: UTF8.self)
    throw row.error(column, .currenciesMixed(found: found, expected: currency))
  }
}

extension Contract {
  /// Every definition of a billable conversation that the contract counts, its own first.
  package var conversations: [EffectiveConversation] {
    var found = [options.conversation]
    for clause in clauses {
      guard let needs = clause.terms.billing?.needs,
        case .defined(let definition) = needs.conversations
      else { continue }
      let own = (definition ?? options.conversation).among(needs.inquiryTypes)
      if !found.contains(own) { found.append(own) }
    }
    return found
  }

  /// The groups whose seats, shifts or hours the clauses bill, in their order, each once.
  package var billedGroups: [String] {
    var found: [String] = []
    for clause in clauses {
      if let group = clause.terms.people?.group, !found.contains(group) { found.append(group) }
    }
    return found
  }

  /// Whether the seats, or the shifts, of more than one group are billed.
  var needsGroupsApart: Bool {
    let people = clauses.compactMap(\.terms.people)
    return [true, false].contains { isByShift in
      Set(people.filter { $0.work.isByShift == isByShift }.map(\.group)).count > 1
    }
  }
}
