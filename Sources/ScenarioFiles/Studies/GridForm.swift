// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

extension Form<GridFile> {
  static let grid = Form.object("study grid", build)

  @Sendable static func build(_ f: Fields) -> GridFile? {
    let scenario = f.required(
      "scenario", Form<String>.text, "The scenario file, from this file's folder.")
    let settings =
      f.optional(
        "set", Form<[GridFile.Setting]>.settings,
        "Values of the scenario that all points share, by path as in --set.") ?? []
    let points = f.optional(
      "list", Form<GridFile.Points>.points,
      "Points one by one: a list of mappings from paths to values, or a CSV file whose header has the "
        + "paths; an empty cell leaves the scenario's value.")
    let hypercube = f.optional(
      "latin_hypercube", Form<GridFile.Hypercube>.hypercube,
      "Points spread evenly over ranges of numbers.")
    let axes =
      f.optional(
        "axes", Form<[GridFile.Axis]>.axes,
        "Values of each path, as in --set or as a list; every combination is a point, the last axis "
          + "moving fastest.") ?? []
    let replications = f.optional(
      "replications", Form<Int>.integer(1...1_000_000),
      "Replications of every point. Default: the scenario's, or 30.")
    let seed = f.optional(
      "seed", Form<UInt64>.seed, "Seed of every point. Default: the scenario's.")
    let precision = f.optional(
      "precision", Form<GridFile.Precision>.precision,
      "How well a measure is to be known: planning again after a collection adds replications to the "
        + "points that need them.")
    let names = Form<[String]>.list(of: Form<String>.text, count: 1...200)
    let measures = f.optional(
      "outputs", names, "Measures that are kept of every replication. Default: the usual ones.")
    let plans = f.optional("plans", names, "Plans that are run. Default: all of the scenario.")
    if let reading = f.reading, points == nil, hypercube == nil, axes.isEmpty,
      !["list", "latin_hypercube", "axes"].contains(where: f.isUnreadable)
    {
      reading.report(found: "no points", allowed: "axes, list or latin_hypercube")
    }
    guard let scenario else { return nil }
    return GridFile(
      scenario: scenario, settings: settings, points: points, hypercube: hypercube, axes: axes,
      replications: replications, seed: seed, precision: precision, measures: measures,
      plans: plans)
  }
}

extension Form<[GridFile.Setting]> {
  /// A mapping from paths to values of any shape.
  fileprivate static let settings = Form.byPath("a mapping from paths to values") { path, node in
    node.written.map { GridFile.Setting(path: path, value: $0) }
  }
}

extension Form<[GridFile.Axis]> {
  fileprivate static let axes = Form.byPath("a mapping from paths to the values that they take") {
    path, node in
    if case .sequence(let items) = node.content {
      let values = items.compactMap(\.written)
      return values.isEmpty || values.count < items.count
        ? nil : GridFile.Axis(path: path, values: .list(values))
    }
    return node.text.map { GridFile.Axis(path: path, values: .written($0)) }
  }
}

extension Form {
  fileprivate static func byPath<Item>(
    _ allowed: Phrase, _ item: @escaping @Sendable (String, YAMLNode) -> Item?
  ) -> Form where Value == [Item] {
    Form(allowed, schema: { _ in ["type": "object"] }) { node, reading in
      guard let entries = node.entries else {
        reading.report(found: node.found, allowed: allowed)
        return nil
      }
      let items = entries.compactMap { entry in
        reading.under(entry.key, line: entry.line) {
          let value = item(entry.key, entry.value)
          if value == nil { reading.report(found: entry.value.found, allowed: allowed) }
          return value
        }
      }
      return items.count == entries.count ? items : nil
    }
  }
}

extension Form<GridFile.Points> {
  fileprivate static let points = Form.list(
    Form<[[GridFile.Setting]]>.list(of: Form<[GridFile.Setting]>.settings, count: 1...100_000)
      .map { GridFile.Points.written($0) },
    orElse: Form.scalar("the path of a CSV file", schema: ["type": "string"]) {
      $0.hasSuffix(".csv") ? .file($0) : nil
    })
}

extension Form<GridFile.Hypercube> {
  fileprivate static let hypercube = Form.object("latin_hypercube") { f in
    let points = f.required("points", Form<Int>.integer(1...100_000), "Number of points.")
    let seed = f.value(
      "seed", Form<UInt64>.seed, default: 1, "Where in its stratum each point lies.")
    let ranges = f.required(
      "ranges", Form<[GridFile.Range]>.ranges, "For each path its ends, from and to.")
    guard let points, let ranges else { return nil }
    return GridFile.Hypercube(points: points, seed: seed, ranges: ranges)
  }
}

extension Form<[GridFile.Range]> {
  fileprivate static let ranges = Form(
    "a mapping from paths to {from, to, decimals}", schema: { _ in ["type": "object"] }
  ) { node, reading in
    guard let entries = node.entries, !entries.isEmpty else {
      reading.report(found: node.found, allowed: "a mapping from paths to {from, to, decimals}")
      return nil
    }
    let ranges = entries.compactMap { entry in
      reading.under(entry.key, line: entry.line) { () -> GridFile.Range? in
        guard let range = Form<GridFile.Range>.range.read(entry.value, reading) else { return nil }
        guard range.from < range.to else {
          reading.report(
            found: "from \(shown(range.from)) to \(shown(range.to))", allowed: "from below to")
          return nil
        }
        return GridFile.Range(
          path: entry.key, from: range.from, to: range.to, places: range.places)
      }
    }
    return ranges.count == entries.count ? ranges : nil
  }
}

extension Form<GridFile.Range> {
  fileprivate static let range = Form.object("range") { f in
    let from = f.required("from", Form<Double>.number(-1e12...1e12), "Lower end.")
    let to = f.required("to", Form<Double>.number(-1e12...1e12), "Upper end.")
    let places = f.optional(
      "decimals", Form<Int>.integer(0...9),
      "Decimal places. Default: none between whole numbers, else four.")
    guard let from, let to else { return nil }
    return GridFile.Range(path: "", from: from, to: to, places: places)
  }
}

extension Form<GridFile.Precision> {
  fileprivate static let precision = Form.object("precision") { f in
    let measure = f.value("measure", Form<String>.text, default: "cost", "Key of an output.")
    let relative = f.required(
      "relative", Form<Double>.share(0.0001...1), "Half-width of the 95 % interval ÷ mean.")
    let most = f.value(
      "most_replications", Form<Int>.integer(2...1_000_000), default: 1000,
      "Most replications of a point.")
    guard let relative else { return nil }
    return GridFile.Precision(measure: measure, relative: relative, most: most)
  }
}

extension YAMLNode {
  /// The value as `--set` would have it on one line; nil for nothing.
  var written: String? {
    switch content {
    case .scalar(let text, let isQuoted):
      if !isQuoted { return text.isEmpty ? nil : text }
      return Self.quoted(text)
    case .sequence, .mapping: return flow
    }
  }

  /// As part of a list or mapping on one line.
  private var flow: String {
    switch content {
    case .scalar(let text, let isQuoted): isQuoted ? Self.quoted(text) : Self.word(text)
    case .sequence(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\(Self.word($0.key)): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// Without quotation marks where YAML needs none.
  private static func word(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { !",[]{}:#&*!|>'\"%@`\n".unicodeScalars.contains($0) }
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
