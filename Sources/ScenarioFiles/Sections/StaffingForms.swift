// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Tables
import Wording

extension Form<AgentGroup> {
  /// An agent group without its name.
  static let agentGroup = Form.object("agent_group") { f in
    let skills = f.required(
      "skills", Form<[Skill]>.skills, "Inquiry types answered, in order of preference.")
    let chatLimit = f.value(
      "chat_limit", Form<Int>.integer(1...64), default: 5, "Most chats open at once.")
    let concurrency = f.optional(
      "concurrency", Form<WrittenCurve>.concurrency,
      "Speed of each chat with 1, 2, 3 … open, one for each up to chat_limit, or with extend: true "
        + "extrapolated. Left out: 1, 0.9, 0.79, 0.68, 0.58.")
    let speed = f.value(
      "speed", Form<Double>.number(0.001...100), default: 1, "Factor on working speed.")
    let conversion = f.value(
      "conversion_factor", Form<Double>.number(0...100), default: 1,
      "Factor on the conversion of answers.")
    let weight = f.value(
      "weight", Form<Double>.number(0.001...1_000_000), default: 1,
      "Share of chats under weighted routing.")
    guard let skills else { return nil }
    if f.has("concurrency"), concurrency == nil { return nil }
    let curve = concurrency ?? WrittenCurve(.speeds([1, 0.9, 0.79, 0.68, 0.58]))
    if let given = curve.count(below: chatLimit), !curve.isExtended, !f.isUnreadable("chat_limit") {
      f.reading?.report(
        found: f.has("concurrency")
          ? "chat_limit \(chatLimit) and \(given) \(given == 1 ? "speed" : "speeds")"
          : "chat_limit \(chatLimit) and no concurrency, whose usual speeds are \(given)",
        allowed: "a speed for each chat up to chat_limit, "
          + "or concurrency: {speeds: […], extend: true}")
      return nil
    }
    var group = AgentGroup(
      name: "", skills: skills, chatLimit: chatLimit,
      concurrency: curve.curve.extended(to: chatLimit),
      speed: speed, conversionFactor: conversion, weight: weight,
      extrapolatedBeyond: curve.count(below: chatLimit))
    group.isConversionAssumed = !f.has("conversion_factor")
    return group
  }
}

/// A curve as the file has it.
struct WrittenCurve: Sendable {
  var curve: ConcurrencyCurve
  var isExtended = false

  init(_ curve: ConcurrencyCurve, isExtended: Bool = false) {
    self.curve = curve
    self.isExtended = isExtended
  }

  /// How many speeds it has, if they are fewer than the limit.
  func count(below limit: Int) -> Int? {
    switch curve {
    case .independentOfLoad: nil
    case .speeds(let speeds), .frozenAtStart(let speeds): speeds.count < limit ? speeds.count : nil
    }
  }
}

extension Form<[Skill]> {
  /// A list of inquiry types, or a mapping with the preference of each.
  fileprivate static let skills = Form.list(
    Form<[String]>.list(of: .name(of: .inquiryType), count: 1...1000).map { names in
      names.map { Skill(inquiryType: $0) }
    },
    orElse: byType)

  private static let byType = Form("a mapping of inquiry types", schema: preferences.schema) {
    node, reading in
    for entry in node.entries ?? [] {
      let name = YAMLNode(content: .scalar(entry.key, isQuoted: true), line: entry.line)
      reading.under(entry.key, line: entry.line) {
        _ = Form<String>.name(of: .inquiryType).read(name, reading)
      }
    }
    return preferences.read(node, reading)?.map { name, skill in
      var skill = skill
      skill.inquiryType = name
      return skill
    }
  }

  private static let preferences = Form<[(String, Skill)]>.named(
    .scalar(
      Form<Int>.integer(1...1000).map { Skill(inquiryType: "", preference: $0) },
      orElse: .skill),
    what: "preferences")
}

extension Form<Skill> {
  fileprivate static let skill = Form.object("skill") { f in
    Skill(
      inquiryType: "",
      preference: f.value(
        "preference", Form<Int>.integer(1...1000), default: 1, "Smaller is preferred."),
      overflowDelay: f.value(
        "overflow_delay", Form<Seconds>.seconds(0...86_400), default: 0,
        "The group takes only contacts that have waited this long."),
      handling: f.optional(
        "handling", Form<Distribution>.work,
        "Working time of such a chat by this group. Left out: the inquiry type's."),
      priority: f.optional(
        "priority", Form<Int>.integer(1...100),
        "Smaller is served first by this group under priority routing. Left out: the inquiry type's."
      ))
  }
}

extension Form<WrittenCurve> {
  private static let speeds = Form<[Double]>.list(
    of: Form<Double>.number(0.001...1), count: 1...64
  ).checked("speeds from 0.001 to 1 that never rise") { speeds in
    zip(speeds, speeds.dropFirst()).allSatisfy { $0 >= $1 }
  }

  fileprivate static let concurrency = Form.list(
    speeds.map { WrittenCurve(.speeds($0)) },
    orElse: .scalar(
      .words(["independent_of_load": WrittenCurve(.independentOfLoad)]),
      orElse: .object("concurrency") { f in
        let speeds = f.optional("speeds", Self.speeds, "Speed of each chat with 1, 2, 3 … open.")
        let frozen = f.optional(
          "frozen_at_start", Self.speeds, "The same, but a chat keeps the speed it started with.")
        let extend = f.value(
          "extend", Form<Bool>.flag, default: false,
          "Whether speeds beyond the last are extrapolated by the ratio of the last two; the "
            + "verdict says so.")
        if f.has("speeds") == f.has("frozen_at_start") {
          f.reading?.report(
            found: f.has("speeds")
              ? "both speeds and frozen_at_start" : "neither speeds nor frozen_at_start",
            allowed: "one of them")
          return nil
        }
        let curve =
          speeds.map(ConcurrencyCurve.speeds) ?? frozen.map(ConcurrencyCurve.frozenAtStart)
        return curve.map { WrittenCurve($0, isExtended: extend) }
      }))
}

extension Form<ShiftPattern> {
  /// `09:00-17:00`, or a mapping with breaks; without its name.
  static let shift = Form.scalar(
    Form<ClockSpan>.span.map { ShiftPattern(name: "", hours: $0) },
    orElse: .object("shift") { f in
      let start = f.required("start", Form<ClockTime>.clockStart, "Start of work.")
      let end = f.required(
        "end", Form<ClockEnd>.clockEnd,
        "End; before the start, or past 24:00, it is the next day's.")
      let breaks = f.value(
        "breaks", Form<[ClockSpan]>.list(of: Form<ClockSpan>.span, count: 0...24), default: [],
        "Pauses in which no new chat is given.")
      let holds = f.value(
        "holds", Form<[ClockSpan]>.list(of: Form<ClockSpan>.span, count: 0...24), default: [],
        "Stretches on hold: on duty and at work on the chats in hand, but given no new one.")
      guard let start, let end else { return nil }
      guard let hours = ClockSpan(from: start, to: end) else {
        f.reading?.report(
          found: end.seconds == start.secondsSinceMidnight
            ? "an empty shift \(start)–\(end.text)" : "the shift \(start)–\(end.text)",
          allowed: "an end that differs from the start"
            + (end.seconds > 86_400 ? " and is at most a day later" : ""))
        return nil
      }
      for (name, spans) in [("breaks", breaks), ("holds", holds)]
      where !hours.holdsInOrder(spans) {
        f.reading?.report(
          found: "\(name) \(spans.map(\.text).joined(separator: ", "))",
          allowed: "\(name) inside \(hours.text), in order, not overlapping")
      }
      if hours.isCovered(by: breaks + holds) {
        f.reading?.report(
          found: "breaks and holds all through \(hours.text)",
          allowed: "some time of the shift in which chats are given")
      }
      return ShiftPattern(name: "", hours: hours, breaks: breaks, holds: holds)
    })
}

extension ClockSpan {
  /// Whether the spans leave nothing of this one.
  fileprivate func isCovered(by spans: [ClockSpan]) -> Bool {
    var reached = 0
    for (offset, length) in spans.map({ (self.offset(of: $0), $0.length) }).sorted(by: <) {
      guard offset <= reached else { return false }
      reached = max(reached, offset + length)
    }
    return reached >= length
  }

  /// Seconds from this span's start to the other's.
  private func offset(of span: ClockSpan) -> Int {
    (span.start.secondsSinceMidnight - start.secondsSinceMidnight + 86_400) % 86_400
  }

  /// Whether the spans lie inside this one, in order and apart.
  fileprivate func holdsInOrder(_ spans: [ClockSpan]) -> Bool {
    var last = 0
    for span in spans {
      let offset = offset(of: span)
      guard offset >= last, offset + span.length <= length else { return false }
      last = offset + span.length
    }
    return true
  }
}
