// SPDX-License-Identifier: GPL-3.0-or-later

package import Exports
import Foundation
package import Wording

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
    /// The folder of the file is not there.
    case noFolder
    /// A link, a device or a pipe stands in the file's place.
    case notAFile
    /// A file is there already that is not to be replaced.
    case exists
    /// The command reads this very file.
    case isInput
    /// Another run writes into the folder; what it says of itself, empty where it says nothing.
    case inUse(by: String)
    /// The stream was closed before the program began.
    case closed
    /// The reader of the stream has closed it.
    case closedPipe
    /// A workbook does not hold a table.
    case noWorkbook(WorkbookError)
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
        case ENOENT: .noFolder
        case EPIPE: .closedPipe
        case EBADF: .closed
        default: .system(code)
        }
    }
  }

  /// Stands for the standard output; no path can be so.
  static let standardOutput = "\0"

  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  static func last(_ path: String) -> OutputError {
    OutputError(path: path, reason: Reason(errno: errno))
  }

  /// Whether writing began, and was given up.
  private var wasTried: Bool {
    switch reason {
    case .noFolder, .notAFile, .exists, .isInput, .inUse, .closed: false
    case .diskFull, .readOnly, .notPermitted, .notAFolder, .isAFolder, .tooLong, .closedPipe,
      .noWorkbook, .system:
      true
    }
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
      case .noFolder: Localized(en: "its folder does not exist", zh: "所在文件夹不存在")
      case .notAFile:
        Localized(en: "a link, a device or a pipe stands there", zh: "该位置是链接、设备或管道")
      case .exists:
        Localized(
          en: "it exists already; name another file, or replace it with --force",
          zh: "文件已存在；请换一个文件名，或用 --force 覆盖")
      case .isInput: Localized(en: "it is an input of this command", zh: "它是本命令的输入文件")
      case .inUse(let holder):
        Localized(
          en: "another run writes into it"
            + (holder.isEmpty ? "" : " (\(holder))") + "; wait for it, or name another folder",
          zh: "另一个运行正在写入该文件夹" + (holder.isEmpty ? "" : "（\(holder)）") + "；请等它结束或换一个文件夹")
      case .closed: Localized(en: "it is closed", zh: "已被关闭")
      case .closedPipe: Localized(en: "nobody reads it any more", zh: "读取方已关闭")
      case .noWorkbook(let error): Self.cause(error, language)
      case .system(let code):
        Localized(en: String(cString: strerror(code)), zh: String(cString: strerror(code)))
      }
    if path == Self.standardOutput {
      return Localized(
        en: "cannot write to the standard output: \(cause.en)", zh: "无法写入标准输出：\(cause.zh)")[
          language]
    }
    let name = path.isEmpty ? "\"\"" : path
    let rest = Localized(
      en: wasTried ? "; no half-written file was left" : "; nothing was written",
      zh: wasTried ? "；没有留下写了一半的文件" : "；未写入任何内容")
    return Localized(
      en: "cannot write \(name): \(cause.en)\(rest.en)", zh: "无法写入 \(name)：\(cause.zh)\(rest.zh)")[
        language]
  }

  private static func cause(_ error: WorkbookError, _ language: Language) -> Localized {
    switch error {
    case .tooManyRows(let table):
      let most = NumberStyle(language).count(WorkbookWriter.sheetRows - 1)
      return Localized(
        en:
          "\(table) has more than the \(most) rows that a sheet holds; leave --xlsx away, or name "
          + "a .csv, .parquet or .sqlite file",
        zh: "\(table) 超过一张工作表能容纳的 \(most) 行；请去掉 --xlsx，或改用 .csv、.parquet、.sqlite 文件")
    case .tooLongText(let table, let column):
      return Localized(
        en: "\(table) has a text in the column \(column) that is longer than a cell holds; leave "
          + "--xlsx away",
        zh: "\(table) 的 \(column) 列有文字超出单元格容量；请去掉 --xlsx")
    case .tooLarge:
      return Localized(
        en: "it would be larger than 4 GB, which the format does not allow; leave --xlsx away",
        zh: "文件将超过 4 GB，超出该格式的上限；请去掉 --xlsx")
    }
  }
}
