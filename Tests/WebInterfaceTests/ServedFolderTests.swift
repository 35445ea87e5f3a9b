// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WebInterface

struct ServedFolderTests {
  private let root: URL
  private let folder: ServedFolder

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let inner = root.appending(path: "shops")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    for name in ["a.yaml", "b.yml", "notes.txt", ".hidden.yaml"] {
      try Data("name: x\n".utf8).write(to: inner.appending(path: name))
    }
    try Data("secret\n".utf8).write(to: root.appending(path: "outside.yaml"))
    try FileManager.default.createSymbolicLink(
      at: inner.appending(path: "link.yaml"),
      withDestinationURL: root.appending(path: "outside.yaml"))
    try FileManager.default.createDirectory(
      at: inner.appending(path: "folder.yaml"), withIntermediateDirectories: true)
    folder = try ServedFolder(inner.path)
  }

  @Test func `scenarios of the folder are served, and nothing else`() {
    #expect(folder.names == ["a.yaml", "b.yml"])
    #expect(folder.place(of: "a.yaml")?.hasSuffix("/shops/a.yaml") == true)
    for name in [
      "", ".", "..", "../outside.yaml", "/etc/passwd", "a.yaml/../../outside.yaml", "notes.txt",
      ".hidden.yaml", "link.yaml", "folder.yaml", "missing.yaml", "a.yaml\0.yaml", "sub/a.yaml",
      "..\\outside.yaml", "-a.yaml", "a\u{202E}.yaml", "a.yaml\n",
    ] {
      #expect(folder.place(of: name) == nil, "\(name.debugDescription)")
    }
  }

  @Test func `one file that is named is served alone`() throws {
    let only = try ServedFolder(root.appending(path: "shops/a.yaml").path)
    #expect(only.names == ["a.yaml"])
    #expect(only.place(of: "b.yml") == nil)
    #expect(only.newPlace(of: "new.yaml") == nil)
  }

  @Test func `what is no scenario, and what is not there, is refused with its name`() {
    let notes = root.appending(path: "shops/notes.txt").path
    #expect(throws: ServeProblem.notYAML(notes)) { try ServedFolder(notes) }
    #expect(throws: ServeProblem.nothingThere("/no/such")) { try ServedFolder("/no/such") }
  }

  @Test func `a new file takes a free plain name alone`() {
    #expect(folder.newPlace(of: "new.yaml") != nil)
    for name in ["a.yaml", "link.yaml", "../new.yaml", ".new.yaml", "x/new.yaml"] {
      #expect(folder.newPlace(of: name) == nil)
    }
  }

  @Test func `edits are kept beside the file, and a version that is not the known one is told`()
    async throws
  {
    let store = ScenarioStore(folder)
    let opened = try await store.file("a.yaml")
    #expect(await store.draft("a.yaml") == nil)
    let first = try await store.keep("name: y\n", of: "a.yaml", previous: nil)
    #expect(await store.draft("a.yaml")?.text == "name: y\n")
    #expect(try await store.file("a.yaml") == opened)
    // Another tab knows of no edits yet.
    await #expect(throws: ScenarioStore.Problem.changed) {
      _ = try await store.keep("name: z\n", of: "a.yaml", previous: nil)
    }
    _ = try await store.keep("name: z\n", of: "a.yaml", previous: first.mark)
    try Data("name: theirs\n".utf8).write(to: root.appending(path: "shops/a.yaml"))
    await #expect(throws: ScenarioStore.Problem.changed) {
      _ = try await store.save("name: z\n", of: "a.yaml", previous: opened.mark)
    }
    let theirs = try await store.file("a.yaml")
    _ = try await store.save("name: z\n", of: "a.yaml", previous: theirs.mark)
    #expect(try await store.file("a.yaml").text == "name: z\n")
    #expect(await store.draft("a.yaml") == nil)
  }

  @Test func `a file that is gone is told, and its edits stay`() async throws {
    let store = ScenarioStore(folder)
    _ = try await store.keep("name: y\n", of: "b.yml", previous: nil)
    try FileManager.default.removeItem(at: root.appending(path: "shops/b.yml"))
    await #expect(throws: ScenarioStore.Problem.gone) {
      _ = try await store.save("name: y\n", of: "b.yml", previous: "")
    }
    #expect(await store.draft("b.yml")?.text == "name: y\n")
  }
}
