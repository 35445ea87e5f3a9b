// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import Tables
import Wording

/// A kind of clause that reads itself from a file, and so describes itself in the schema and the key
/// reference.
protocol ReadableClause: ContractClause {
  /// The prices without which the clause charges what the rate card assumes.
  static var assumable: [AssumedPrice] { get }
  static func read(_ f: Fields) -> Self?
}

extension Form<Clause> {
  private static let detailed = Form.variants(
    "clause", by: "kind",
    kinds.map { kind in
      (
        kind.kind.rawValue,
        { f in
          let name = f.value(
            "name",
            Form<String>.line.checked("a name that states no sum, as total, 合计 and 总计 do") {
              !InvoiceFile.sumWords.contains($0.lowercased())
            }, default: "", "Name on the invoice.")
          let assumed = kind.assumable.filter { !$0.keys.contains(where: f.gives) }
          return terms(of: kind, f).map { Clause(name, $0, assumed: assumed) }
        }
      )
    })

  /// Every kind that a file can name; a test says that none is missing.
  private static let kinds = ClauseKind.allCases.compactMap { $0.type as? any ReadableClause.Type }

  @Sendable private static func terms(
    of kind: any ReadableClause.Type, _ f: Fields
  ) -> ClauseTerms? {
    kind.read(f)?.terms
  }

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

  private static var words: [(String, String)] {
    kinds.map { ($0.kind.rawValue, $0.kind.rawValue) }
  }
}

extension Fields {
  /// Whether a key is there, or behind a dot a key of the mapping under the one before it.
  fileprivate func gives(_ key: String) -> Bool {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    return parts.count == 2 ? names(under: parts[0]).contains(parts[1]) : has(key)
  }

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
