// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing
import Testing

struct SeatTermsTests {
  private func date(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }

  private func path(_ steps: (String, Int)...) -> SeatPath {
    SeatPath(steps: steps.map { (date($0.0), $0.1) })
  }

  @Test func `whole months, one to return and one at least allow a size for each month (F23)`() {
    let months = path(("2026-01-01", 3), ("2026-02-01", 5), ("2026-03-01", 2), ("2026-04-01", 4))
    #expect(months.tooFew(under: .assumed) == nil)
    #expect(months.changeOffStep(under: .assumed) == nil)
  }

  @Test func `a seat stays for its minimum term`() throws {
    let terms = SeatTerms(minimumTerm: .months(3))
    let short = path(("2026-01-01", 1), ("2026-05-01", 5), ("2026-07-01", 1))
    let found = try #require(short.tooFew(under: terms))
    #expect(found.step == 2)
    #expect(found.least == 4)
    let longer = path(("2026-01-01", 1), ("2026-05-01", 5), ("2026-08-01", 1))
    #expect(longer.tooFew(under: terms) == nil)
  }

  @Test func `older seats may go while younger ones stay`() {
    let terms = SeatTerms(minimumTerm: .months(3))
    #expect(
      path(("2026-01-01", 3), ("2026-05-01", 5), ("2026-06-01", 3)).tooFew(under: terms) == nil)
  }

  @Test func `the notice to return counts from a seat's first day`() throws {
    let terms = SeatTerms(noticeToReturn: .days(45), minimumTerm: .days(1), step: .day)
    let early = path(("2026-01-01", 0), ("2026-03-01", 4), ("2026-04-01", 0))
    #expect(try #require(early.tooFew(under: terms)).least == 4)
    #expect(
      path(("2026-01-01", 0), ("2026-03-01", 4), ("2026-04-15", 0)).tooFew(under: terms) == nil)
  }

  @Test func `seats that cannot be added in time must be there from the beginning`() throws {
    let terms = SeatTerms(noticeToAdd: .days(30))
    let found = try #require(
      path(("2026-01-01", 2), ("2026-01-20", 3)).tooFew(under: terms))
    #expect(found.step == 0)
    #expect(found.least == 3)
  }

  @Test func `by whole months nothing changes within one`() throws {
    let change = try #require(
      path(("2026-01-01", 2), ("2026-03-10", 3)).changeOffStep(under: .assumed))
    #expect(change.from == date("2026-03-10"))
    let daily = SeatTerms(step: .day)
    #expect(path(("2026-01-01", 2), ("2026-03-10", 3)).changeOffStep(under: daily) == nil)
  }
}
