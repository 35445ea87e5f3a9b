// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import Tables
import Wording

extension Form<Clause> {
  private typealias Reader = @Sendable (Fields) -> ClauseTerms?

  /// Every kind of clause by its word in files.
  private static let readers: [(word: String, read: Reader)] = [
    ("seats", SeatClause.read), ("base_and_commission", BaseAndCommissionClause.read),
    ("tiered", TieredClause.read), ("per_conversation", PerConversationClause.read),
    ("package", PackageClause.read), ("shifts", ShiftClause.read), ("hourly", HourlyClause.read),
    ("orders", OrderClause.read), ("full_service", FullServiceClause.read),
    ("in_house", InHouseClause.read), ("fixed_fee", FixedFeeClause.read),
    ("bonus_malus", BonusMalusClause.read), ("minimum_charge", MinimumChargeClause.read),
    ("deposit", DepositClause.read), ("trial", TrialClause.read), ("notice", NoticeClause.read),
    ("early_exit", EarlyExitClause.read), ("late_payment", LatePaymentClause.read),
    ("poaching", PoachingClause.read), ("sales_guarantee", SalesGuaranteeClause.read),
    ("force_majeure", ForceMajeureClause.read),
  ]

  private static let detailed = Form.variants(
    "clause", by: "kind",
    readers.map { reader in
      (
        reader.word,
        { f in
          let name = f.value("name", Form<String>.line, default: "", "Name on the invoice.")
          return reader.read(f).map { Clause(name, $0) }
        }
      )
    })

  /// A mapping with the clause's kind, or the kind alone.
  static let clause = Form(
    "a clause's kind, or \(detailed.allowed)",
    schema: { builder in
      ["anyOf": [Form<String>.words(words).schema(builder), detailed.schema(builder)]]
    }
  ) { node, reading in
    guard node.text != nil else { return detailed.read(node, reading) }
    guard Form<String>.words(words).read(node, reading) != nil else { return nil }
    let kind = YAMLNode.Entry(key: "kind", line: node.line, value: node)
    return detailed.read(YAMLNode(content: .mapping([kind]), line: node.line), reading)
  }

  private static var words: [(String, String)] { readers.map { ($0.word, $0.word) } }
}

extension Fields {
  /// The billing group of a clause; the usual one must exist if none is named.
  func billingGroup(_ standard: String, _ summary: String = "Whose work is billed.") -> String {
    let group = value("group", Form<String>.name(of: .billingGroup), default: standard, summary)
    if let reading, !has("group"), let known = reading.known(.billingGroup),
      !known.contains(standard)
    {
      reading.report(
        found: "no \(standard) staff to bill",
        allowed: "group: \(known.joined(separator: ", "))")
    }
    return group
  }

  /// Inquiry types that a clause counts.
  var countedTypes: [String] {
    value(
      "inquiry_types", Form<[String]>.list(of: Form<String>.name(of: .inquiryType)), default: [],
      "Inquiry types counted. Left out: all.")
  }

  /// The word without which no percentage may exceed 100.
  var allowsAboveHundred: Bool {
    value(
      "allow_above_hundred", Form<Bool>.flag, default: false,
      "Whether a percentage above 100 is meant.")
  }

  func billableConversation() -> EffectiveConversation? {
    optional(
      "conversation", Form<EffectiveConversation>.conversation,
      "What counts. Left out: as the contract says.")
  }
}
