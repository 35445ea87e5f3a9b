// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Wording

/// From the first to the last year with known dates.
private let knownYears: ClosedRange<Int> = {
  let years = PromotionCalendar.eventNames.flatMap { PromotionCalendar.years(of: $0) }
  return (years.min() ?? 2000)...(years.max() ?? 2100)
}()

extension Form<PromotionWave> {
  /// A dated preset (`preset: double_11`) or a wave of the planner's own (`name`, `phases`).
  static let promotion = Form.object("promotion") { f in
    let preset = f.optional(
      "preset", Form<String>.text,
      "A dated promotion: \(PromotionPresets.names.joined(separator: ", ")).")
    let year = f.optional(
      "year", Form<Int>.integer(knownYears),
      "Year of the preset, one whose dates are known; left out, the horizon's first.")
    let platform = f.optional(
      "platform", Form<String>.text, "Whose dates: tmall, jd, douyin …; left out, the first known.")
    let lift = f.optional(
      "lift", Form<Double>.number(0...1000),
      "Factor of the preset's strongest phase, 0.4 for a trough.")
    let name = f.optional("name", Form<String>.line, "Name of a wave of your own.")
    let phases = f.optional(
      "phases", Form<[PromotionPhase]>.list(of: Form<PromotionPhase>.phase, count: 1...100),
      "Its phases in order of time.")
    let moved = f.value(
      "moved", Form<Int>.integer(-366...366), default: 0,
      "Days by which it comes later than dated; earlier if negative.")
    let borrowing = f.optional(
      "borrows", Form<PromotionBorrowing>.borrowing,
      "What it takes from the days around it; left out, nothing.")
    guard let reading = f.reading else { return nil }
    if f.has("preset") == f.has("phases") {
      reading.report(
        found: f.has("preset") ? "both preset and phases" : "neither preset nor phases",
        allowed: "one of them")
      return nil
    }
    if let phases {
      return PromotionWave(name: name ?? "promotion", phases: phases, borrowing: borrowing)
        .moved(days: moved)
    }
    // Without a horizon, which is reported where it stands, a preset has no year to be looked up in.
    guard let preset, let year = year ?? reading.year else { return nil }
    do throws(PromotionPresetError) {
      var wave = try PromotionPresets.wave(
        named: preset, year: year, platform: platform, lift: lift)
      wave.borrowing = borrowing
      return wave.moved(days: moved)
    } catch {
      report(error, to: reading)
      return nil
    }
  }

  private static func report(_ error: PromotionPresetError, to reading: Reading) {
    let path = reading.path
    switch error {
    case .unknownName(let name, let known):
      reading.report(
        at: "\(path).preset", found: .verbatim(name),
        allowed: .verbatim(known.joined(separator: ", ")),
        suggestion: nearestName(to: name, among: known))
    case .unknownYear(let year, let name, let known):
      let years = known.map(String.init).joined(separator: ", ")
      reading.report(
        at: "\(path).year", found: .verbatim(String(year)),
        allowed: "a year with dates for \(name): \(years)")
    case .unknownPlatform(let platform, let name, let known):
      reading.report(
        at: "\(path).platform", found: .verbatim(platform),
        allowed: "a platform with dates for \(name): \(known.joined(separator: ", "))",
        suggestion: nearestName(to: platform, among: known))
    case .liftOutOfRange(let lift):
      reading.report(at: "\(path).lift", found: .verbatim(shown(lift)), allowed: "0 or more")
    }
  }
}

extension Form<PromotionBorrowing> {
  fileprivate static let borrowing = Form.object("promotion_borrowing") { f in
    let share = f.required(
      "share", Form<Double>.share(),
      "Part of its additional inquiries that would have come anyway.")
    let before = f.value(
      "days_before", Form<Int>.integer(0...60), default: 7, "Days before it that give them up.")
    let after = f.value(
      "days_after", Form<Int>.integer(0...60), default: 7, "Days after it that give them up.")
    guard let share else { return nil }
    guard before + after > 0 else {
      f.reading?.report(found: "no days around it", allowed: "days_before or days_after above 0")
      return nil
    }
    return PromotionBorrowing(share: share, daysBefore: before, daysAfter: after)
  }
}

extension Form<PromotionPhase> {
  fileprivate static let phase = Form.object("promotion_phase") { f in
    let name = f.value("name", Form<String>.line, default: "phase", "Deposit, balance, spot sale …")
    let start = f.required(
      "start", Form<WallClock>.wallClock, "First instant, as in 2026-10-20 20:00.")
    let end = f.required(
      "end", Form<WallClock>.wallClock, "End, not included; a bare date is its midnight.")
    let lift = f.required(
      "lift", Form<Double>.number(0...1000), "Factor on the rate; below 1 is a trough.")
    let decay = f.optional(
      "decay", Form<Seconds>.seconds(1...31_622_400), "Time in which the extra lift falls to 1/e.")
    let profile = f.optional(
      "profile", Form<[Double]>.profile, "Shape of the day during the phase.")
    let mix = f.optional("mix", Form<[TypeShare]>.mix, "Shares of inquiry types during the phase.")
    guard let start, let end, let lift else { return nil }
    guard start < end else {
      f.reading?.report(
        found: "a phase from \(start) to \(end)", allowed: "a phase that ends after it starts")
      return nil
    }
    return PromotionPhase(
      name: name, start: start, end: end, lift: lift, decay: decay, profile: profile, mix: mix)
  }
}
