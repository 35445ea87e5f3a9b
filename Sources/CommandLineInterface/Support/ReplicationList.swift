// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording

/// Which replications are wanted, chat by chat.
struct ReplicationList: ParsableArguments {
  @Option(
    name: .customLong("chats-replication"), parsing: .unconditional,
    help: "The replications for --chats, from 0: one, or several as 0,2,5-7.")
  var text = "0"

  /// More would fill disks by mistake.
  private static let most = 1000

  func validate() throws {
    if numbers.isEmpty || numbers.count > Self.most {
      throw ValidationError(
        saying:
          "--chats-replication: found \(text), allowed at most \(Self.most) numbers, as 0,2,5-7.")
    }
  }

  /// Each once, in order; empty where the text cannot be read.
  var numbers: [Int] {
    var numbers: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        Int($0.filter { $0 != " " })
      }
      guard ends.count <= 2, let first = ends.first.flatMap(\.self),
        let last = ends.last.flatMap(\.self), first >= 0, first <= last, last < 1_000_000
      else { return [] }
      numbers.formUnion(first...min(last, first + Self.most))
    }
    return numbers.sorted()
  }

  var arguments: [String] { ["--chats-replication", text] }
}
