// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WebInterface

final class UploadsTests {
  private let uploads = Uploads()

  deinit { uploads.removeAll() }

  @Test func `a file is found by its id alone, under its own name`() throws {
    let id = try uploads.keep(Data("a,b\n".utf8), as: "usage.csv")
    let place = try uploads.path(of: id)
    #expect(place.hasSuffix("/usage.csv"))
    #expect(try String(contentsOfFile: place, encoding: .utf8) == "a,b\n")
    #expect(try uploads.keep(Data(), as: "usage.csv") != id)
  }

  @Test func `no id leads out of the folder`() throws {
    let id = try uploads.keep(Data("a\n".utf8), as: "a.csv")
    let folder = String(id.prefix(64))
    for odd in [
      nil, "", "/", "a.csv", folder, folder + "/", folder + "/..", folder + "/../a.csv",
      "../" + id, folder + "/a.csv/", folder + "/b.csv", folder.dropLast() + "/a.csv",
      folder + "/a.csv\0", "/etc/passwd",
    ] {
      #expect(throws: Uploads.Problem.gone) { try self.uploads.path(of: odd) }
    }
  }

  @Test func `a name that is a path is not used`() throws {
    for name in ["../../evil.csv", "/etc/evil", "..", "", ".hidden"] {
      let place = try uploads.path(of: uploads.keep(Data("x".utf8), as: name))
      #expect(place.hasSuffix("/file"), "\(name)")
    }
  }

  @Test func `the oldest files go where there are too many`() throws {
    let first = try uploads.keep(Data("1".utf8), as: "first.csv")
    var ids: [String] = []
    for number in 0..<Uploads.mostKept + 2 {
      ids.append(try uploads.keep(Data("x".utf8), as: "\(number).csv"))
    }
    #expect(throws: Uploads.Problem.gone) { try self.uploads.path(of: first) }
    #expect(throws: Never.self) { try self.uploads.path(of: ids.last) }
    #expect(ids.filter { (try? uploads.path(of: $0)) != nil }.count == Uploads.mostKept)
  }

  @Test func `sentences name a file as its owner does`() throws {
    let place = try uploads.path(of: uploads.keep(Data("x".utf8), as: "bill.csv"))
    #expect(
      uploads.withoutFolders("\(place):3: found x. See \(place).")
        == "bill.csv:3: found x. See bill.csv.")
  }
}
