// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
import Wording

extension ExportValue {
  /// The value that a cell of a CSV shows, as its column's type. A cell that is not of the type would be
  /// lost, so a test looks for one in the files of every command.
  init(_ cell: CSVCell, _ type: ExportType) {
    switch (type, cell) {
    case (_, .empty): self = .empty
    case (.integer, .integer(let value)), (.number, .integer(let value)): self = .integer(value)
    case (.boolean, .flag(let value)): self = .boolean(value)
    case (.number, .fixed(let value, let places)):
      self = value.isFinite ? .number(Decimals.rounded(value, places: places)) : .empty
    case (.number, .number(let value)): self = value.isFinite ? .number(value) : .empty
    default: self.init(reading: cell.text, as: type)
    }
  }

  private init(reading text: String, as type: ExportType) {
    let value: ExportValue? =
      switch type {
      case .integer: Int(text).map(ExportValue.integer)
      case .number: Double(text).map(ExportValue.number)
      case .boolean: Bool(text).map(ExportValue.boolean)
      case .date: CivilDate(iso: text).map(ExportValue.date)
      case .moment: Self.moment(text)
      case .text: text.isEmpty ? nil : .text(text)
      }
    self = value ?? .empty
  }

  /// `2026-11-11 09:00:00.250`; nil for anything else.
  private static func moment(_ text: String) -> ExportValue? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let date = CivilDate(iso: parts[0]) else { return nil }
    let numbers = parts[1].split { $0 == ":" || $0 == "." }.map { Int($0) ?? 0 }
    guard numbers.count == 4 else { return nil }
    return .moment(
      date, ((numbers[0] * 60 + numbers[1]) * 60 + numbers[2]) * 1000 + numbers[3])
  }
}

extension ExportType {
  /// What all of these texts are, the empty ones left out: whole numbers, decimal numbers, or texts.
  init(of texts: some Sequence<String>) {
    var type = ExportType.integer
    for text in texts where !text.isEmpty {
      if type == .integer, Int(text).map(String.init) == text { continue }
      let isNumber =
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
        && Double(text) != nil
      guard isNumber else {
        self = .text
        return
      }
      type = .number
    }
    self = type
  }
}
