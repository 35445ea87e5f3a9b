// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Testing
import WebInterface
import Wording

struct SentenceTests {
  @Test func `every edit that is not made says why, and where, in both languages`() {
    let problems: [EditProblem] = [
      .notYAML, .noPlace("a.b"), .shared(path: "a.b", anchor: "c", places: 3), .badValue("[1"),
      .unsafe("a.b"),
    ]
    for problem in problems {
      let sentence = problem.sentence
      #expect(sentence.en.hasSuffix("."), "\(problem)")
      #expect(sentence.zh.hasSuffix("。"), "\(problem)")
    }
    #expect(EditProblem.noPlace("a.b").sentence.zh.hasPrefix("a.b"))
    #expect(EditProblem.shared(path: "a", anchor: "c", places: 3).sentence.en.contains("3 places"))
  }

  @Test func `a copied command is one that a shell reads word by word`() {
    #expect(ShellWord.quoted("demand.daily_mean=600") == "demand.daily_mean=600")
    #expect(ShellWord.quoted("shops/我的店.yaml") == "shops/我的店.yaml")
    #expect(ShellWord.quoted("gross_margin=40 %") == "'gross_margin=40 %'")
    #expect(ShellWord.quoted("a=$(rm x)") == "'a=$(rm x)'")
    #expect(ShellWord.quoted("it's") == "'it'\\''s'")
    #expect(ShellWord.quoted("") == "''")
    #expect(ShellWord.quoted("-rf") == "'-rf'")
  }
}
