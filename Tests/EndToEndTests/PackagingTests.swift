// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What a package takes from the built program: its version, completions and manual page.
struct PackagingTests {
  @Test func `the version is a semantic one, with the commit behind it`() throws {
    let run = try Program.run("--version")
    #expect(run.status == 0)
    #expect(
      run.output.wholeMatch(of: /\d+\.\d+\.\d+( \([0-9a-f]{12}(\+changes)?\))?\n/) != nil,
      "\(run.output)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `every shell gets completions of every command`(shell: String) throws {
    let run = try Program.run("--generate-completion-script", shell)
    #expect(run.status == 0)
    for command in try commands() { #expect(run.output.contains(command), "\(command)") }
    #expect(run.output.contains("yaml") && run.output.contains("csv"))
  }

  @Test func `names of plans come from the scenario on the command line`() throws {
    let folder = try Folder()
    let file = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run(
      "---completion", "simulate", "--", "--plan", "4", "0", "inquiry", "simulate", file, "--plan",
      "")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").contains("tier"), "\(run.output)")
  }

  @Test func `a scenario that cannot be read completes nothing, quietly`() throws {
    let run = try Program.run(
      "---completion", "simulate", "--", "--plan", "4", "0", "inquiry", "simulate", "none.yaml",
      "--plan", "")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.filter { !$0.isWhitespace }.isEmpty)
  }

  @Test func `the manual page is made of a help that names every command`() throws {
    let run = try Program.run("--experimental-dump-help")
    #expect(run.status == 0)
    #expect(try commands().count >= 15)
    let script = Program.root.appending(path: "scripts/man-page").path
    #expect(FileManager.default.isExecutableFile(atPath: script))
  }

  /// As the help tells them.
  private func commands() throws -> [String] {
    let run = try Program.run("--experimental-dump-help")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let root = try #require(document["command"] as? [String: Any])
    return try #require(root["subcommands"] as? [[String: Any]])
      .compactMap { $0["commandName"] as? String }.filter { $0 != "help" }
  }
}
