// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import FlyingFox
import Reporting
import Tables
import Wording

extension PageRoutes {
  /// Checks a roster as it stands on the page, and keeps it; without one, the roster that was kept.
  func roster(_ question: PageQuestion, _ language: Language) async throws -> HTTPResponse {
    guard let file = question.file, store.folder.place(of: file) != nil else {
      throw ScenarioStore.Problem.gone
    }
    if let texts = question.roster { await rosters.keep(texts, of: file) }
    guard let texts = await rosters.draft(of: file) else {
      return PageAnswer.json(["roster": .null])
    }
    let outcome = try await check(texts)
    return PageAnswer.json([
      "markup": .string(PlannerPage(NumberStyle(language)).roster(outcome)),
      "roster": RosterJSON(outcome.problem, outcome.roster).value(
        violations: outcome.violations, language),
      "files": texts.json,
    ])
  }

  private func check(_ texts: RosterTexts) async throws -> RosterCheckUseCase.Outcome {
    let files = [
      ("roster.csv", texts.roster), ("staff.csv", texts.staff), ("shifts.csv", texts.shifts),
    ]
    let cover = texts.cover.isEmpty ? [] : [("cover.csv", texts.cover)]
    return try await uploads.withFiles(files + cover) { paths in
      try await RosterCheckUseCase(
        RosterCheckUseCase.Request(
          roster: paths[0], staff: paths[1], shifts: paths[2],
          cover: paths.count > 3 ? paths[3] : nil)
      ).run { _ in }
    }
  }
}
