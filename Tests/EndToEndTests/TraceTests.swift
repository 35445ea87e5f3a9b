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
    let clocks = { (text: String) in text.split(separator: "\n").dropFirst().map { $0.prefix(19) } }
    #expect(clocks(chinese.output) == clocks(story.output))
  }

  @Test func `a chat that is not there is refused with the numbers that are`() throws {
    let folder = try Folder()
    let path = try folder.write("shop.yaml", ShopFile.text)
    let run = try Program.run("trace", path, "--chat", "1000000000")
    #expect(run.status == 64)
    #expect(run.errors.contains("allowed 0 to "))
  }
}
