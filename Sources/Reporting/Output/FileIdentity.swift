// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Which file a path leads to: two paths of one file have one identity.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let node: UInt64

  /// Follows links; nil where nothing can be found.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
