// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

/// Runs that want one folder, and runs that are told to end.
struct SharedFolderTests {
  /// A run that takes minutes, and has locked `out` when this returns.
  private func longRun(in folder: Folder, _ shop: String) throws -> Process {
    let process = try Program.start(
      ["compare", shop, "--replications", "20000", "--output", folder.path("out")])
    let deadline = Date.now.addingTimeInterval(60)
    while !FileManager.default.fileExists(atPath: folder.path("out/.inquiry-lock")) {
      try #require(process.isRunning && Date.now < deadline, "the run did not lock its folder")
      usleep(20_000)
    }
    return process
  }

  @Test func `a second run into a folder is refused, and says who holds it`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    let first = try longRun(in: folder, shop)
    let second = try Program.run(
      "compare", shop, "--replications", "2", "--output", folder.path("out"))
    #expect(second.status == 73)
    #expect(second.errors.contains("process \(first.processIdentifier)"))
    first.terminate()
    first.waitUntilExit()
    let third = try Program.run(
      "compare", shop, "--replications", "2", "--quick", "--output", folder.path("out"))
    #expect(third.status == 0, "\(third.errors)")
    #expect(try folder.names("out").contains("manifest.json"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal ends the program by itself and leaves what can be gone on with`(_ number: Int32)
    throws
  {
    let folder = try Folder()
    let run = try longRun(in: folder, try folder.write("shop.yaml", ShopFile.text))
    kill(run.processIdentifier, number)
    run.waitUntilExit()
    #expect(run.terminationReason == .uncaughtSignal && run.terminationStatus == number)
    #expect(try folder.names("out").allSatisfy { $0 == ".inquiry-resume" })
  }

  @Test func `a folder is free again after its run was killed`() throws {
    let folder = try Folder()
    let shop = try folder.write("shop.yaml", ShopFile.text)
    let run = try longRun(in: folder, shop)
    kill(run.processIdentifier, SIGKILL)
    run.waitUntilExit()
    let next = try Program.run(
      "compare", shop, "--replications", "2", "--quick", "--output", folder.path("out"))
    #expect(next.status == 0, "\(next.errors)")
    #expect(!(try folder.names("out").contains(".inquiry-lock")))
  }
}
