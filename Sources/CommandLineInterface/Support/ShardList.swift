// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Studies

/// Which shards of a study are meant.
struct ShardList: ParsableArguments {
  @Option(
    name: .customLong("shard"), parsing: .unconditional,
    help: "Shards from 0: one, or several as 3,7-9.")
  var text: String

  @Option(
    parsing: .unconditional,
    help: "The part of the list that is meant, as 0/4 for the first of four.")
  var part: String?

  func validate() throws {
    guard IndexList(text) != nil else {
      throw ValidationError("--shard", found: text, allowed: "3, or 3,7-9")
    }
    if part != nil, piece == nil {
      throw ValidationError("--part", found: part ?? "", allowed: "0/4 to 3/4")
    }
  }

  private var piece: (index: Int, count: Int)? {
    let ends = (part ?? "").split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let index = ends[0], let count = ends[1],
      (0..<max(1, count)).contains(index),
      count <= 1_000_000
    else { return nil }
    return (index, count)
  }

  var numbers: [Int] {
    guard let all = IndexList(text) else { return [] }
    guard let piece else { return all.numbers }
    return all.piece(piece.index, of: piece.count).numbers
  }
}
