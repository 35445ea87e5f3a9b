// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reporting
import Tables
import Testing
import Wording

@Suite struct OutputFolderTests {
  private func scratch() -> String {
    NSTemporaryDirectory() + "reporting-" + UUID().uuidString
  }

  private func names(_ folder: OutputFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { !$0.hasPrefix(".inquiry-lock") }.sorted()
  }

  private static let manifest = Manifest(
    product: .init(version: "1", revision: ""), command: "bill", arguments: [], inputs: [],
    run: .init(startedAt: "", seconds: 0, threads: 1))

  @Test func `a folder is made with its parents, and a file appears whole`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path + "/a/b/")
    try folder.write("x.csv", "one\r\n")
    try folder.write("x.csv", "two\r\n")
    #expect(try names(folder) == ["x.csv"])
    #expect(try String(contentsOfFile: folder.place(of: "x.csv"), encoding: .utf8) == "two\r\n")
  }

  @Test func `a body that fails leaves the former file and nothing else`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    try folder.write("x.csv", "old")
    #expect(throws: OutputError(path: folder.place(of: "x.csv"), reason: .diskFull)) {
      try folder.write("x.csv") { (stream: inout FileWriter) throws(OutputError) in
        try stream.write("half of the n")
        throw OutputError(path: "", reason: .diskFull)
      }
    }
    #expect(try names(folder) == ["x.csv"])
    #expect(try String(contentsOfFile: folder.place(of: "x.csv"), encoding: .utf8) == "old")
  }

  @Test func `a file in the place of a folder is refused`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "x".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: OutputError(path: path, reason: .notAFolder)) {
      _ = try OutputFolder(path: path + "/out")
    }
    #expect(throws: OutputError(path: path, reason: .notAFolder)) {
      _ = try OutputFolder(path: path)
    }
  }

  @Test func `a folder in the place of a file is refused and the partial file removed`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    _ = try OutputFolder(path: path + "/x.csv")
    #expect(throws: OutputError(path: folder.place(of: "x.csv"), reason: .isAFolder)) {
      try folder.write("x.csv", "data")
    }
    #expect(try names(folder) == ["x.csv"])
  }

  @Test func `a run's files appear at once, and take the place of an older run's and of no others`()
    throws
  {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    for name in [
      "manifest.json", "days.csv", "days.csv.0123ABCD.partial", "mine.csv.0123ABCD.partial",
      "days.csv.0123ABCD.partial.former", "mine.txt", "months.csv",
    ] {
      try folder.write(name, "x")
    }
    var files = FileList(folder: folder, TableFormats())
    try files.write("days.csv", "new")
    #expect(try String(contentsOfFile: folder.place(of: "days.csv"), encoding: .utf8) == "x")
    #expect(try names(folder).contains("manifest.json"))
    let written = try files.finish(
      Self.manifest, replacing: ["days.csv", "months.csv", "manifest.json"])
    #expect(written.names == ["days.csv", "manifest.json"])
    #expect(
      try names(folder) == [
        "days.csv", "manifest.json", "mine.csv.0123ABCD.partial", "mine.txt",
      ])
    #expect(try String(contentsOfFile: folder.place(of: "days.csv"), encoding: .utf8) == "new")
  }

  @Test func `a run that is given up leaves an older run's files as they were`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    try folder.write("days.csv", "old")
    do {
      var files = FileList(folder: folder, TableFormats())
      try files.write("days.csv", "new")
      try files.write("months.csv", "new")
    }
    #expect(try names(folder) == ["days.csv"])
    #expect(try String(contentsOfFile: folder.place(of: "days.csv"), encoding: .utf8) == "old")
  }

  @Test func `a disk that fills half-way leaves no part of the file`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    #expect(throws: OutputError(path: folder.place(of: "x.csv"), reason: .diskFull)) {
      try folder.write("x.csv") { (stream: inout FileWriter) throws(OutputError) in
        try stream.write("half")
        throw OutputError(path: "x.csv.partial", reason: .diskFull)
      }
    }
    #expect(try names(folder).isEmpty)
  }

  @Test func `a link in the place of a file is neither followed, removed nor replaced`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    try folder.write("precious.txt", "mine")
    let link = folder.place(of: "x.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.place(of: "precious.txt"))
    let refusal = OutputError(path: link, reason: .notAFile)
    #expect(throws: refusal) { try folder.write("x.csv", "data") }
    #expect(throws: refusal) {
      try FileList(folder: folder, TableFormats())
        .finish(Self.manifest, replacing: ["x.csv"])
    }
    #expect(try names(folder) == ["precious.txt", "x.csv"])
    #expect(
      try String(contentsOfFile: folder.place(of: "precious.txt"), encoding: .utf8) == "mine")
  }

  @Test func `of several files all are written or none`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    let files = try ["a.csv", "b.csv", "c.csv"].map {
      try OutputFile(path: path + "/" + $0, replaces: true)
    }
    func texts() throws -> [String] {
      try names(folder).map { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) }
    }
    try files[2].write("old", with: [(files[0], "old"), (files[1], "old")])
    #expect(try texts() == ["old", "old", "old"])
    try FileManager.default.removeItem(atPath: path + "/c.csv")
    try FileManager.default.createDirectory(
      atPath: path + "/c.csv", withIntermediateDirectories: false)
    #expect(throws: OutputError(path: path + "/c.csv", reason: .isAFolder)) {
      try files[2].write("new", with: [(files[0], "new"), (files[1], "new")])
    }
    try FileManager.default.removeItem(atPath: path + "/c.csv")
    #expect(try texts() == ["old", "old"])
  }

  @Test func `what stood in the places comes back where the last of them is refused`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    try folder.write("a", "old")
    let inTheWay = path + "/c/full"
    try FileManager.default.createDirectory(atPath: inTheWay, withIntermediateDirectories: true)
    let files = ["a", "b", "c"].map { (path: path + "/" + $0 + ".new", target: path + "/" + $0) }
    for file in files { try folder.write(String(file.path.dropFirst(path.count + 1)), "new") }
    #expect(UnfinishedFiles.finish(all: files) == path + "/c")
    #expect(try String(contentsOfFile: path + "/a", encoding: .utf8) == "old")
    #expect(try names(folder) == ["a", "c", "c.new"])
  }

  @Test func `a link or a pipe in a result's place is refused when the folder is opened`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    for name in ["x.csv", "manifest.json"] {
      let place = path + "/" + name
      func open() throws { _ = try OutputFolder(path: path, for: ["x.csv", "manifest.json"]) }
      try open()
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "/dev/null")
      #expect(throws: OutputError(path: place, reason: .notAFile)) { try open() }
      unlink(place)
      #expect(mkfifo(place, 0o600) == 0)
      #expect(throws: OutputError(path: place, reason: .notAFile)) { try open() }
      unlink(place)
      #expect(mkdir(place, 0o700) == 0)
      #expect(throws: OutputError(path: place, reason: .isAFolder)) { try open() }
      rmdir(place)
    }
    // What stands under another name is nobody's business.
    #expect(mkfifo(path + "/mine", 0o600) == 0)
    _ = try OutputFolder(path: path, for: ["x.csv"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["mine"])
  }

  @Test func `a pipe in the place of a file is refused and stays`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    #expect(mkfifo(folder.place(of: "x.csv"), 0o600) == 0)
    #expect(throws: OutputError(path: folder.place(of: "x.csv"), reason: .notAFile)) {
      try folder.write("x.csv", "data")
    }
    #expect(try names(folder) == ["x.csv"])
  }

  @Test func `a folder is held by one run at a time, and free when that has ended`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let first = try OutputFolder(path: path)
      let holder = OutputError.Reason.inUse(by: "process \(getpid())")
      #expect(throws: OutputError(path: path, reason: holder)) { _ = try OutputFolder(path: path) }
      try first.write("x.csv", "whole")
    }
    let second = try OutputFolder(path: path)
    #expect(try names(second) == ["x.csv"])
  }

  @Test func `a lock file that a killed run left behind holds nobody up`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try "process 1\n".write(toFile: path + "/.inquiry-lock", atomically: true, encoding: .utf8)
    let folder = try OutputFolder(path: path)
    try folder.write("x.csv", "data")
    #expect(try names(folder) == ["x.csv"])
  }

  @Test func `a link in the place of the lock is refused`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let lock = path + "/.inquiry-lock"
    try FileManager.default.createSymbolicLink(
      atPath: lock, withDestinationPath: path + "/elsewhere")
    #expect(throws: OutputError(path: lock, reason: .notAFile)) {
      _ = try OutputFolder(path: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path + "/elsewhere"))
  }

  @Test func `a file that is replaced keeps its access rights`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try OutputFolder(path: path)
    try folder.write("x.csv", "old")
    #expect(chmod(folder.place(of: "x.csv"), 0o640) == 0)
    try folder.write("x.csv", "new")
    var status = stat()
    #expect(stat(folder.place(of: "x.csv"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func `an input in the folder is neither cleared nor replaced`() throws {
    let path = scratch()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let input = path + "/days.csv"
    try OutputFolder(path: path).write("days.csv", "mine")
    let folder = try OutputFolder(path: path, sparing: [input])
    let refusal = OutputError(path: input, reason: .isInput)
    #expect(throws: refusal) {
      try FileList(folder: folder, TableFormats())
        .finish(Self.manifest, replacing: ["days.csv"])
    }
    #expect(throws: refusal) { try folder.write("days.csv", "results") }
    #expect(try String(contentsOfFile: input, encoding: .utf8) == "mine")
  }

  @Test func `every reason has a sentence in each language that names the path`() {
    let reasons: [OutputError.Reason] = [
      .diskFull, .readOnly, .notPermitted, .notAFolder, .isAFolder, .tooLong, .noFolder, .notAFile,
      .exists, .isInput, .inUse(by: "process 7"), .inUse(by: ""), .closed, .closedPipe, .system(5),
    ]
    for language in Language.allCases {
      let texts = reasons.map { OutputError(path: "/out/x", reason: $0).message(language) }
      #expect(texts.allSatisfy { $0.contains("/out/x") })
      #expect(Set(texts).count == reasons.count)
    }
  }
}
