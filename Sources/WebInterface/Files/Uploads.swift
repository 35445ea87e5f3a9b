// SPDX-License-Identifier: GPL-3.0-or-later

package import Foundation

/// Files that were dropped on a page: kept in a folder of this server's own until it ends.
///
/// Each lies under its own name in a folder of its own, so that sentences about it name it as the user
/// does.
package final class Uploads: Sendable {
  /// The oldest goes where there are more.
  package static let mostKept = 24

  package enum Problem: Error { case gone, unwritable }

  private let folder =
    FileManager.default.temporaryDirectory.path + "/inquiry-page-" + Gate.random()

  package init() {}

  /// Keeps a file.
  ///
  /// - Returns: By what `path(of:)` finds it.
  package func keep(_ data: Data, as name: String) throws(Problem) -> String {
    let id = Gate.random() + "/" + (ServedFolder.isPlainFileName(name) ? name : "file")
    let place = folder + "/" + id
    do {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: place).deletingLastPathComponent().path,
        withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try data.write(to: URL(fileURLWithPath: place), options: .withoutOverwriting)
    } catch {
      throw .unwritable
    }
    removeOldest()
    return id
  }

  /// Where a kept file lies.
  package func path(of id: String?) throws(Problem) -> String {
    let parts = (id ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 64, parts[0].allSatisfy(\.isHexDigit),
      ServedFolder.isPlainFileName(String(parts[1]))
    else { throw .gone }
    let place = "\(folder)/\(parts[0])/\(parts[1])"
    guard FileManager.default.fileExists(atPath: place) else { throw .gone }
    return place
  }

  /// Runs with texts as files, which are gone afterwards.
  func withFiles<Value>(
    _ texts: [(name: String, text: String)], _ body: ([String]) async throws -> Value
  ) async throws -> Value {
    var ids: [String] = []
    defer { for id in ids { remove(id) } }
    for (name, text) in texts { ids.append(try keep(Data(text.utf8), as: name)) }
    return try await body(try ids.map { id throws(Problem) in try path(of: id) })
  }

  /// A sentence that calls a kept file by its name alone.
  package func withoutFolders(_ sentence: String) -> String {
    var text = sentence
    while let place = text.range(of: folder + "/") {
      let end = text.index(place.upperBound, offsetBy: 65, limitedBy: text.endIndex)
      text.removeSubrange(place.lowerBound..<(end ?? text.endIndex))
    }
    return text
  }

  package func removeAll() { try? FileManager.default.removeItem(atPath: folder) }

  private func remove(_ id: String) {
    try? FileManager.default.removeItem(atPath: folder + "/" + id.prefix(64))
  }

  private func removeOldest() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard names.count > Self.mostKept else { return }
    let dated = names.map { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return (name: name, made: attributes?[.creationDate] as? Date ?? .distantPast)
    }
    for old in dated.sorted(by: { $0.made < $1.made }).dropLast(Self.mostKept) { remove(old.name) }
  }
}
