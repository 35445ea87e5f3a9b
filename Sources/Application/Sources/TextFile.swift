// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The text of a CSV file.
func loadText(_ path: String) throws(ApplicationError) -> String {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw .file(path, .missing)
  }
  if isFolder.boolValue { throw .file(path, .isFolder) }
  // A file handle reads pipes as well.
  guard let handle = FileHandle(forReadingAtPath: path),
    let data = try? handle.readToEnd() ?? Data()
  else { throw .file(path, .unreadable) }
  guard let text = String(data: data, encoding: .utf8) else { throw .file(path, .notUTF8) }
  return text
}
