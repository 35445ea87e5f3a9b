// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import Reporting
import Wording

/// What was assumed in reading files, from any thread.
final class Notes: @unchecked Sendable {
  private let lock = NSLock()
  private var notes: [ReadingNote] = []

  func add(_ note: ReadingNote) { lock.withLock { notes.append(note) } }

  func sentences(_ language: Language, _ uploads: Uploads) -> [String] {
    lock.withLock { notes }.map { uploads.withoutFolders($0.sentence[language]) }
  }
}
