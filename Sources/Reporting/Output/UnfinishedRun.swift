// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Randomness
package import Wording

/// The finished pieces of a run whose files are not written yet, kept in its folder so that `--resume`
/// goes on where it was interrupted, however it ended.
///
/// The file begins with a line of JSON: of what scenario and version the pieces are; those of others are
/// refused. Then come the pieces: key, length, checksum, bytes. Half a piece at the end is one that was not
/// finished. When the files are written, it is gone.
package final class UnfinishedRun: @unchecked Sendable {
  package static let file = ".inquiry-resume"

  private struct Head: Codable, Equatable {
    var scenario: String
    var version: String
  }

  /// Why a run cannot be gone on with.
  package enum Problem: Error, Equatable, Sendable {
    /// It is of another scenario or version.
    case another(String, Difference)

    package enum Difference: Sendable { case scenario, version }
  }

  private let path: String
  private let lock = NSLock()
  // Guarded by `lock`.
  private let descriptor: Int32
  private var places: [UInt64: Range<Int>] = [:]
  private var end = 0
  /// Whether the disk takes pieces; the run goes on without them.
  private var isKeeping = true

  /// Pieces that were there when the run began.
  package let found: Int

  private static let prefix = 24

  /// - Parameters:
  ///   - folder: Locked by this run.
  ///   - scenario: Names the scenario's file, its settings and histories.
  ///   - resumes: Whether to go on with what the folder has; else it is begun anew.
  /// - Throws: `Problem`, or `OutputError`.
  package init(
    in folder: OutputFolder, scenario: String, version: String, resumes: Bool
  ) throws {
    try folder.check(Self.file)
    path = folder.place(of: Self.file)
    let head = Head(scenario: scenario, version: version)
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputError.last(path) }
    var known: [UInt64: Range<Int>] = [:]
    if resumes {
      do {
        (known, end) = try Self.pieces(of: descriptor, path, head)
      } catch {
        close(descriptor)
        throw error
      }
    }
    places = known
    found = known.count
    guard ftruncate(descriptor, off_t(end)) == 0 else { throw OutputError.last(path) }
    if end == 0 {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      append([UInt8](try encoder.encode(head)) + [UInt8(ascii: "\n")])
    }
  }

  deinit { close(descriptor) }

  /// Does the work of the run: what is finished of it is written down, what was finished is taken.
  package func during<Value: Sendable>(
    _ work: () async throws -> Value
  ) async rethrows -> Value {
    let journal = WorkJournal(find: { self.piece($0) }, store: { self.keep($0, $1) })
    return try await WorkJournal.$current.withValue(journal) { try await work() }
  }

  /// Forgets the pieces, as the run's files are written.
  package func finish() { unlink(path) }

  func piece(_ key: UInt64) -> [UInt8]? {
    guard let place = lock.withLock({ places[key] }) else { return nil }
    return Self.read(descriptor, place)
  }

  func keep(_ key: UInt64, _ bytes: [UInt8]) {
    let head = [key, UInt64(bytes.count), Self.checksum(bytes)].flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    lock.withLock {
      guard places[key] == nil else { return }
      let start = end + head.count
      append(head + bytes)
      if isKeeping { places[key] = start..<start + bytes.count }
    }
  }

  /// Adds to the end of the file.
  private func append(_ bytes: [UInt8]) {
    guard isKeeping else { return }
    var (done, place) = (0, end)
    while done < bytes.count {
      let wrote = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, off_t(place))
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else {
        // A full disk: what is there stays, and the results will say what is wrong.
        isKeeping = false
        return
      }
      (done, place) = (done + wrote, place + wrote)
    }
    end = place
  }

  /// Where the pieces of a file stand, and where the last whole one ends; nothing of an empty file.
  private static func pieces(
    of descriptor: Int32, _ path: String, _ head: Head
  ) throws -> (places: [UInt64: Range<Int>], end: Int) {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let first = read(descriptor, 0..<min(size, 4096)) ?? []
    // Without its first line nothing was finished.
    guard let line = first.firstIndex(of: UInt8(ascii: "\n")),
      let written = try? JSONDecoder().decode(Head.self, from: Data(first[..<line]))
    else { return ([:], 0) }
    if written.version != head.version { throw Problem.another(path, .version) }
    if written.scenario != head.scenario { throw Problem.another(path, .scenario) }
    var (places, end) = ([UInt64: Range<Int>](), line + 1)
    while size - end >= prefix, let numbers = read(descriptor, end..<end + prefix) {
      func number(_ index: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(numbers[index * 8 + $1]) << (8 * $1) }
      }
      let start = end + prefix
      guard number(1) <= UInt64(size - start) else { break }
      let place = start..<start + Int(number(1))
      guard let bytes = read(descriptor, place), checksum(bytes) == number(2) else { break }
      places[number(0)] = place
      end = place.upperBound
    }
    return (places, end)
  }

  private static func read(_ descriptor: Int32, _ place: Range<Int>) -> [UInt8]? {
    var done = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: place.count) { buffer, count in
      while done < place.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + done }, place.count - done,
          off_t(place.lowerBound + done))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        done += got
      }
      count = done
    }
    return done == place.count ? bytes : nil
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var hash = FNV()
    for byte in bytes { hash.add(UInt64(byte)) }
    return hash.hash
  }
}

extension UnfinishedRun.Problem {
  /// One sentence for the person who named the folder.
  package var sentence: Localized {
    switch self {
    case .another(let path, .scenario):
      Localized(
        en: "\(path) is of another scenario: the file, a setting or a history of it has changed "
          + "since. Name another folder, or leave --resume away to begin anew.",
        zh: "\(path) 属于另一个场景：场景文件、--set 或其历史数据已改动。请换一个文件夹，或去掉 --resume 重新开始。")
    case .another(let path, .version):
      Localized(
        en: "\(path) is of another version of the program. Name another folder, or leave --resume "
          + "away to begin anew.",
        zh: "\(path) 由另一版本的程序写出。请换一个文件夹，或去掉 --resume 重新开始。")
    }
  }
}
