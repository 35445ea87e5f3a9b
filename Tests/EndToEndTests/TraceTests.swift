// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

struct TraceTests {
  @Test func `one customer's story is the same in both languages and on every run`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let story = try Program.run("trace", path, "--replication", "1", "--chat", "2")
    #expect(story.status == 0)
    let lines = story.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("Chat 2 of replication 1 at ") == true)
    #expect(lines.count >= 2)
    let again = try Program.run("trace", path, "--replication", "1", "--chat", "2")
    #expect(story.output == again.output)
    let chinese = try Program.run(
      "trace", path, "--replication", "1", "--chat", "2", "--lang", "zh")
    // The last line says at which size the plan is traced.
    let clocks = { (text: String) in
      text.split(separator: "\n").dropFirst().dropLast().map { $0.prefix(19) }
    }
    #expect(clocks(chinese.output) == clocks(story.output))
    #expect(chinese.output.contains("规模："))
  }

  @Test func `a plan whose size is open is traced without a search, at the size it is given`()
    throws
  {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let guess = try Program.run("trace", path, "--chat", "2")
    #expect(guess.output.contains("the first guess of a search"))
    let asked = try Program.run("trace", path, "--chat", "2", "--size", "3", "--format", "json")
    #expect(asked.output.contains("\"size\": 3"))
    #expect(asked.output.contains("\"size_is_guess\": false"))
    let beyond = try Program.run("trace", path, "--chat", "2", "--size", "7")
    #expect(beyond.status == 64)
    #expect(beyond.errors.contains("--size: found 7, allowed 1 to 6"))
    let fixed = try Program.run(
      "trace", path, "--chat", "2", "--plan", "commission", "--size", "3", "--lang", "zh")
    #expect(fixed.status == 64)
    #expect(fixed.errors.contains("--size：方案 commission 的人数已写明"))
  }

  @Test func `a chat that is not there is refused with the numbers that are`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("trace", path, "--chat", "1000000000")
    #expect(run.status == 64)
    #expect(run.errors.contains("allowed 0 to "))
  }
}
