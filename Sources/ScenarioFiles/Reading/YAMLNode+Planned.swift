// SPDX-License-Identifier: GPL-3.0-or-later

extension YAMLNode {
  /// What a setting puts in a place: the word `planned` for the staffing of a plan keeps the people who are
  /// written there, as they say what may be booked.
  func keepingPeople(_ value: YAMLNode, at path: String) -> YAMLNode {
    let steps = YAMLNode.steps(of: path)
    guard steps.count == 3, steps[0] == "plans", steps[2] == "staffing", value.text == "planned",
      let written = entry("plans")?.entry(String(steps[1]))?.entry("staffing")
    else { return value }
    let flag = Entry(
      key: "planned", line: value.line,
      value: YAMLNode(content: .scalar(String(true), isQuoted: false), line: value.line))
    switch written.content {
    case .scalar: return value
    case .sequence:
      return YAMLNode(
        content: .mapping([flag, Entry(key: "lines", line: written.line, value: written)]),
        line: written.line)
    case .mapping(let entries):
      return YAMLNode(
        content: .mapping([flag] + entries.filter { !["planned", "fewest"].contains($0.key) }),
        line: written.line)
    }
  }

  private func entry(_ key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}
