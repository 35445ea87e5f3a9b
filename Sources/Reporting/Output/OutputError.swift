// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Why a result could not be put where it was wanted.
package struct OutputError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    case diskFull
    case readOnly
    case notPermitted
    /// Something that is no folder stands where one is needed.
    case notAFolder
    /// A folder stands where a file is to be.
    case isAFolder
    case tooLong
    /// Any other refusal, by the system's number.
    case system(Int32)

    init(errno code: Int32) {
      self =
        switch code {
        case ENOSPC, EDQUOT: .diskFull
        case EROFS: .readOnly
        case EACCES, EPERM: .notPermitted
        case ENOTDIR, EEXIST: .notAFolder
        case EISDIR, ENOTEMPTY: .isAFolder
        case ENAMETOOLONG: .tooLong
        default: .system(code)
        }
    }
  }

  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  static func last(_ path: String) -> OutputError {
    OutputError(path: path, reason: Reason(errno: errno))
  }

  /// One sentence for the person who gave the folder.
  package func message(_ language: Language) -> String {
    let cause =
      switch reason {
      case .diskFull: Localized(en: "the disk is full", zh: "磁盘已满")
      case .readOnly: Localized(en: "the file system is read-only", zh: "文件系统为只读")
      case .notPermitted: Localized(en: "permission denied", zh: "没有写入权限")
      case .notAFolder:
        Localized(en: "a file stands where a folder is needed", zh: "路径中有文件占用了文件夹的位置")
      case .isAFolder: Localized(en: "a folder stands where a file is to be", zh: "目标位置已有同名文件夹")
      case .tooLong: Localized(en: "the name is too long", zh: "名称过长")
      case .system(let code):
        Localized(en: String(cString: strerror(code)), zh: String(cString: strerror(code)))
      }
    return Localized(
      en: "cannot write \(path): \(cause.en); no half-written file was left",
      zh: "无法写入 \(path)：\(cause.zh)；没有留下写了一半的文件")[language]
  }
}
