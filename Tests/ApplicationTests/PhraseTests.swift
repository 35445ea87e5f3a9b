// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import ScenarioFiles
import Testing
import Wording

struct PhraseTests {
  @Test func `a phrase keeps its words apart from what is put in`() {
    let (file, count) = ("shop.yaml", 3)
    let inner: Phrase = "a list of \(count)"
    let phrase: Phrase = "\(inner) in \(file)" + " and \(count) more"
    #expect(phrase.english == "a list of 3 in shop.yaml and 3 more")
    #expect(phrase.key == "%1 in %2 and %3 more")
    #expect(phrase.lookups.map(\.key) == ["%1 in %2 and %3 more", "a list of %1"])
    let list = ["%1 in %2 and %3 more": "%2：%1，另 %3", "a list of %1": "%1 项"]
    #expect(phrase.text(in: list) == "shop.yaml：3 项，另 3")
    #expect(Phrase.verbatim("100 %1").text(in: [:]) == "100 %1")
  }

  @Test func `numbers and dates of a plain text are values of the phrase`() {
    #expect(Phrase(numbersIn: "0 to 1").key == "%1 to %2")
    #expect(
      Phrase(numbersIn: "2026-12-31 or earlier").text(in: Chinese.phrases) == "2026-12-31 或之前")
    #expect(Phrase(numbersIn: "≥ 0.05").localized.zh == "≥ 0.05")
  }

  @Test func `every form of the scenario says in Chinese what it allows`() {
    let missing = (JSONSchemaDocument.phrases + GridFile.phrases).flatMap(\.lookups).map(\.key)
      .filter { Chinese.phrases[$0] == nil }
    #expect(Set(missing).sorted() == [])
  }

  @Test func `the list has the Chinese of every message in the reader's sources`() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources").standardizedFileURL
    let files = ["ScenarioFiles", "CommandLineInterface"].flatMap { target in
      FileManager.default.enumerator(
        at: sources.appendingPathComponent(target), includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL } ?? []
    }
    var messages = 0
    for file in files where file.pathExtension == "swift" {
      for key in MessageScan(try String(contentsOf: file, encoding: .utf8)).keys {
        messages += 1
        // Plain text has its numbers put in where it is said.
        let isKnown = [key, Phrase(numbersIn: key).key].contains { Chinese.phrases[$0] != nil }
        #expect(isKnown, "\(file.lastPathComponent): \(key)")
      }
    }
    #expect(messages > 60)
  }
}

/// The literals that source text gives as `found:` or `allowed:` of a message, or as what a form
/// allows, as keys of the list.
struct MessageScan {
  private(set) var keys: Set<String> = []
  private let text: [Character]
  private var index = 0

  init(_ source: String) {
    text = Array(source)
    let marks = [
      "found: ", "allowed: ", "saying: ", "scalar(", "checked(", "Form(", "Phrase = ",
    ].map(Array.init)
    while index < text.count {
      guard let mark = marks.first(where: { text[index...].starts(with: $0) }) else {
        index += 1
        continue
      }
      index += mark.count
      scanArgument()
    }
  }

  /// Up to the argument's end; literals that a plus joins are one.
  private mutating func scanArgument() {
    var depth = 0
    var (key, values, isJoined) = ("", 0, false)
    func hasWords(_ key: String) -> Bool {
      key.replacing(/%\d/, with: "").contains(where: \.isLetter)
    }
    while index < text.count {
      let character = text[index]
      switch character {
      case "\"" where depth > 0:
        // A key that is asked for, not a message.
        var (other, count) = ("", 0)
        scanLiteral(&other, &count)
        continue
      case "\"":
        if !isJoined {
          if hasWords(key) { keys.insert(key) }
          (key, values) = ("", 0)
        }
        scanLiteral(&key, &values)
        isJoined = false
        continue
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth < 0 {
          if hasWords(key) { keys.insert(key) }
          return
        }
      case ",":
        if depth == 0 {
          if hasWords(key) { keys.insert(key) }
          return
        }
      case "+": isJoined = true
      default: break
      }
      index += 1
    }
  }

  private mutating func scanLiteral(_ key: inout String, _ values: inout Int) {
    index += 1
    while index < text.count, text[index] != "\"" {
      if text[index] == "\\" {
        if text[index + 1] == "(" {
          skipInterpolation()
          values += 1
          key += "%\(values)"
        } else {
          key.append(text[index + 1])
          index += 2
        }
      } else {
        key.append(text[index])
        index += 1
      }
    }
    index += 1
  }

  private mutating func skipInterpolation() {
    index += 2
    var depth = 1
    while depth > 0 {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if text[index] == "\"" {
        repeat { index += 1 } while text[index] != "\""
      }
      index += 1
    }
  }
}
