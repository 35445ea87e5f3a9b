// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import Wording

/// The notebook of one reading of a file: problems so far, the path being read, the line of every
/// path, and the names that other parts of the file may refer to.
final class Reading {
  let file: String
  /// Folder against which a history's file name is taken.
  let baseDirectory: String
  /// Whether files may be named that do not lie in that folder.
  let allowsOutside: Bool
  private(set) var problems: [ScenarioProblem] = []
  private var reported: Set<ScenarioProblem> = []
  /// Problems that were found and not kept.
  private var further = 0
  /// Problems beyond these are counted only: a file of slips must not cost more than one of values.
  private static let problemLimit = 500
  private(set) var path = ""
  private var lines: [String: Int] = [:]
  private var names: [NameKind: [String]] = [:]
  /// Paths that the command line sets, and how it does.
  private var settings: [(path: String, place: String)] = []
  /// The horizon's days, once they are read.
  var days: DateSpan?
  /// First year of the horizon, once it is read.
  var year: Int?
  /// The shop's zone, once the horizon is read: stamps of a history with an offset are moved to it.
  var timeZone: String?
  /// Shifts by name, once they are read.
  var shifts: [String: ShiftPattern] = [:]
  /// Measures that contracts name.
  var wanted: [Measure] = []
  /// Whether a demand that has been read says what is not known of it.
  var carriesDoubt = false

  init(file: String, baseDirectory: String, allowsOutside: Bool = false) {
    self.file = file
    self.baseDirectory = baseDirectory
    self.allowsOutside = allowsOutside
  }

  /// Reads what stands under a key, which is blamed for problems with it.
  func under<Result>(_ key: String, line: Int, _ body: () -> Result) -> Result {
    descend(path.isEmpty ? key : "\(path).\(key)", line, body)
  }

  func item<Result>(_ index: Int, line: Int, _ body: () -> Result) -> Result {
    descend("\(path)[\(index)]", line, body)
  }

  private func descend<Result>(_ inner: String, _ line: Int, _ body: () -> Result) -> Result {
    let outer = path
    path = inner
    lines[inner] = line
    defer { path = outer }
    return body()
  }

  /// Reports a problem with what is being read.
  func report(
    found: @autoclosure () -> Phrase, allowed: @autoclosure () -> Phrase,
    suggestion: @autoclosure () -> String? = nil
  ) {
    report(at: path, found: found(), allowed: allowed(), suggestion: suggestion())
  }

  /// Reports a problem at a path; the line is that of the nearest part that the file has.
  func report(
    at path: String, found: @autoclosure () -> Phrase, allowed: @autoclosure () -> Phrase,
    suggestion: @autoclosure () -> String? = nil
  ) {
    guard problems.count < Self.problemLimit else {
      further += 1
      return
    }
    let setting = settings.last { path.isPart(of: $0.path) }
    let problem = ScenarioProblem(
      file: setting?.place ?? file, line: setting == nil ? line(of: path) : nil, path: path,
      found: found(), allowed: allowed(), suggestion: suggestion())
    if reported.insert(problem).inserted { problems.append(problem) }
  }

  /// The problems by line, and in the order of their finding where several share one.
  var error: ScenarioFileError {
    let inOrder = problems.enumerated().sorted { left, right in
      (left.element.line ?? 0, left.offset) < (right.element.line ?? 0, right.offset)
    }.map(\.element)
    return ScenarioFileError(inOrder, further: further)
  }

  /// Whether the file has the path, which a default would hide.
  func isWritten(_ path: String) -> Bool { lines[path] != nil }

  private func line(of path: String) -> Int {
    var part = path[...]
    while !part.isEmpty {
      if let line = lines[String(part)] { return line }
      part = part[..<(part.lastIndex { $0 == "." || $0 == "[" } ?? part.startIndex)]
    }
    return 1
  }

  /// Replaces values of the file by those of the command line.
  func apply(_ overrides: [(path: String, value: String)], to root: inout YAMLNode) {
    for (path, text) in overrides {
      // What the setting makes on its way is its own too.
      let own = root.firstMissing(of: path) ?? path
      settings.append((own, "--set \(path.shortened())=\(text.shortened())"))
      guard let value = YAMLNode.given(text) else {
        report(
          at: path, found: .verbatim(text),
          allowed: "a value, a list [a, b] or a mapping {a: 1, b: 2}")
        continue
      }
      if !root.set(path, to: root.keepingPeople(value, at: path)) {
        report(
          at: path.shortened(), found: "no such place to set", allowed: "a path of the file")
      }
    }
  }

  func define(_ kind: NameKind, _ known: [String]?) { names[kind] = known }

  /// The names of a kind; nil if nothing is known of them and anything goes.
  func known(_ kind: NameKind) -> [String]? { names[kind] }
}

extension String {
  /// The text, or so much of its beginning that a message has room for it.
  func shortened(to most: Int = 200) -> String {
    utf8.count > most ? String(prefix(most - 1)) + "…" : self
  }

  /// Whether the path is another one or lies below it.
  fileprivate func isPart(of path: String) -> Bool {
    self == path || hasPrefix(path + ".") || hasPrefix(path + "[")
  }
}

/// The kinds of names that one part of a file defines and another uses.
enum NameKind: String {
  case inquiryType = "inquiry type"
  case agentGroup = "agent group"
  case shift = "shift"
  /// What a contract can bill: an engagement, an agent group, or both joined by a slash.
  case billingGroup = "billing group"

  var words: Phrase {
    switch self {
    case .inquiryType: "inquiry type"
    case .agentGroup: "agent group"
    case .shift: "shift"
    case .billingGroup: "billing group"
    }
  }
}
