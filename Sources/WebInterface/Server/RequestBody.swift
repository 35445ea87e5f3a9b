// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Foundation

/// The body of a request, bounded before it is read.
enum RequestBody {
  /// Bytes of a question: two scenarios and some words.
  static let mostOfQuestion = 4 << 20
  /// Bytes of a history that is dropped on the page.
  static let mostOfHistory = 256 << 20

  enum Problem: Error, Equatable { case tooLarge(Int), unreadable }

  static func data(_ request: HTTPRequest, most: Int) async throws -> Data {
    // A body in chunks does not say its length.
    let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    var data = Data()
    var count = 0
    for try await piece in request.bodySequence {
      count += piece.count
      // What is too large is read past, so that the sentence about it arrives; but not without end.
      if count > 4 * most { break }
      if max(length, count) <= most { data.append(piece) }
    }
    guard max(length, count) <= most else { throw Problem.tooLarge(most) }
    return data
  }

  static func question(_ request: HTTPRequest) async throws -> PageQuestion {
    let data = try await data(request, most: mostOfQuestion)
    guard let question = try? JSONDecoder().decode(PageQuestion.self, from: data),
      question.isBounded
    else { throw Problem.unreadable }
    return question
  }
}

/// What a page asks; each route reads what it needs.
struct PageQuestion: Decodable, Sendable {
  struct State: Decodable, Sendable {
    var text: String
    /// As in `--set`.
    var words: [String]
  }

  var language: String?
  var file: String?
  var text: String?
  var words: [String]?
  var baseline: State?
  /// Which tab asks.
  var client: String?
  var sequence: Int?
  var step: Int?
  var path: String?
  var value: String?
  var sharing: String?
  /// Mark of the version that the page knows.
  var previous: String?
  var kind: String?
  var name: String?
  var answers: [String: String]?
  /// Of a view: days, plan, rules, files that were dropped.
  var options: [String: String]?
  /// Number of a job.
  var job: String?
  /// What the page calls the state that a job is about.
  var mark: String?
  var roster: RosterTexts?

  /// Settings that a state may have.
  static let mostWords = 200

  var isBounded: Bool {
    let lists = [words ?? [], baseline?.words ?? []]
    return lists.allSatisfy { list in
      list.count <= Self.mostWords && list.allSatisfy { $0.utf8.count <= 20_000 }
    } && (client?.utf8.count ?? 0) <= 64 && (answers?.count ?? 0) <= 20
      && (options?.count ?? 0) <= 20 && (mark?.utf8.count ?? 0) <= 100
  }
}
