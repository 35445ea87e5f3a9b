// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Demand
import DemandFitting
import Foundation
import Pricing
import ScenarioFiles
import Testing
import Wording

struct SentenceTests {
  @Test func `every error has a sentence in each language, and they differ`() {
    let all = EveryError.all
    #expect(all.count > 150)
    for error in all {
      let sentence = error.sentence(naming: { "--\($0.rawValue)" })
      #expect(sentence.en.first != nil && sentence.en != sentence.zh, "\(error)")
      #expect(sentence.zh.contains { $0.isChinese }, "\(error): \(sentence.zh)")
      #expect(!sentence.en.contains { $0.isChinese }, "\(error): \(sentence.en)")
    }
  }

  @Test func `both sentences name the place and the values of the error`() {
    for error in EveryError.all {
      let sentence = error.sentence()
      for value in values(in: error) {
        #expect(sentence.en.contains(value), "\(value): \(sentence.en)")
        #expect(sentence.zh.contains(value), "\(value): \(sentence.zh)")
      }
    }
  }

  @Test func `no Chinese sentence has an English word of the list's own left`() {
    for error in EveryError.all {
      let sentence = error.sentence().zh
      for word in ["found", "allowed", " a ", " the "] {
        #expect(!sentence.contains(word), "\(sentence)")
      }
    }
  }

  /// The line, the file, names and numbers that must be told, as far as they stand in the error
  /// as they are written.
  private func values(in error: ApplicationError) -> [String] {
    var values: [String] = []
    func collect(_ value: Any, _ label: String?) {
      switch value {
      case let text as String where !Self.reworded.contains(label ?? ""): values.append(text)
      case let number as Int where label == "found" || label == "line":
        values.append(String(number))
      default:
        for child in Mirror(reflecting: value).children { collect(child.value, child.label) }
      }
    }
    switch error {
    case .file(let file, let problem):
      // A forecast's refusals concern two files; a scenario's problem carries its own.
      switch problem {
      case .fit(.futureTooLong), .fit(.futureBeforeHistory), .fit(.intervalMismatch): break
      default: values.append(file)
      }
      if case .records(let record) = problem { values.append("shop.csv:\(record.line)") }
      if case .scenario(let scenario) = problem {
        values += scenario.problems.map(\.path)
        break
      }
      if case .records(let record) = problem { collect(record.problem, nil) }
    case .request(let request): collect(request, nil)
    case .noAnswer, .cancelled: break
    }
    return values.filter { !$0.isEmpty }
  }

  /// Payloads that a sentence says in words of its own.
  private static let reworded: Set<String> = [
    "allowed", "place", "method", "path", "field", ".0", "noValues", "noEqualsSign", "emptyPath",
    "unbalanced", "badRange", "mismatchedParts", "emptyScenario",
  ]
}

extension Character {
  fileprivate var isChinese: Bool {
    unicodeScalars.contains { (0x3001...0x9FFF).contains($0.value) }
  }
}
