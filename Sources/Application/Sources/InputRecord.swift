// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Randomness

/// A file that a run reads, as it was when the run began: for those who want to repeat it.
package struct InputRecord: Equatable, Sendable {
  /// Name without its folder.
  package let name: String
  /// Nil of a pipe, which cannot be read twice.
  package let bytes: Int?
  /// In hexadecimal digits, as `sha256sum` prints it.
  package let sha256: String?
  /// The whole text of scenarios, contracts and what else is written by hand in YAML.
  package let text: String?

  package init(name: String, bytes: Int?, sha256: String?, text: String?) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.text = text
  }

  /// The files of the paths, each once.
  package static func records(of paths: [String]) -> [InputRecord] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }.map { InputRecord(path: $0) }
  }

  private init(path: String) {
    let url = URL(fileURLWithPath: path)
    name = url.lastPathComponent
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let handle = FileHandle(forReadingAtPath: path)
    else {
      (bytes, sha256, text) = (nil, nil, nil)
      return
    }
    let isYAML = ["yaml", "yml"].contains(url.pathExtension.lowercased())
    var (hash, count, written) = (SHA256(), 0, Data())
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.add(piece)
      count += piece.count
      if isYAML { written += piece }
    }
    (bytes, sha256) = (count, hash.hex())
    text = isYAML ? String(data: written, encoding: .utf8) : nil
  }
}
