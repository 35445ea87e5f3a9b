// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import DemandFitting
import FitReporting
import Foundation
import Reporting
import Testing
import Wording

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FitPageTests {
  /// Counts that rise and fall over the day and the week, with some that nobody can foresee.
  private func report(
    days: Int, interval: Int = 3600, events: [CalendarEvent] = [], service: ServiceFit? = nil
  ) throws -> FitReport {
    let slots = 86_400 / interval
    let values = (0..<days * slots).map { index in
      let (day, slot) = index.quotientAndRemainder(dividingBy: slots)
      let hour = slot * 24 / slots
      let mean = slots == 1 ? 90.0 : hour < 8 ? 0 : Double(5 + hour % 7)
      return (mean * (1 + 0.1 * Double(day % 7)) + Double(index * 7919 % 5)).rounded(.down)
    }
    let series = CountSeries(
      first: CivilDate(dayNumber: 20_454), interval: interval, values: values)
    return FitReport(
      source: "a <b> & \"c\".csv", model: try DemandModel(series, events: events), series: series,
      service: service)
  }

  private func page(_ report: FitReport, _ language: Language = .english) -> String {
    FitPage(report, style: NumberStyle(language), version: "1").text
  }

  private func isWellFormed(_ page: String) -> Bool {
    XMLParser(data: Data(page.drop { $0 != "\n" }.utf8)).parse()
  }

  private let events = [
    CalendarEvent(date: CivilDate(dayNumber: 20_474), name: "第一次 <sale>", kind: "promotion"),
    CalendarEvent(date: CivilDate(dayNumber: 20_900), name: "The next", kind: "promotion"),
  ]

  @Test(arguments: [1, 2, 25, 200], [900, 3600, 86_400])
  func `the page is well-formed for a day, for weeks and for months, however counted`(
    _ days: Int, _ interval: Int
  ) throws {
    let report = try report(days: days, interval: interval, events: events)
    for language in Language.allCases {
      let page = page(report, language)
      #expect(isWellFormed(page))
      #expect(!page.contains("nan") && !page.contains("inf\""))
    }
  }

  @Test func `the page has every picture, the list of doubts, and needs no other file`() throws {
    let service = ServiceFit(
      RecordedService(
        waits: (0..<300).map { Float($0 % 50 * 3 + 1) },
        handling: (0..<300).map { Float($0 % 97 * 9 + 20) },
        outcomes: (0..<300).map { $0 % 4 == 0 ? .abandoned : .served }))
    let page = page(try report(days: 120, events: events, service: service))
    for heading in [
      "What the data cannot tell", "The history day by day", "A week as it was",
      "The hours of each weekday", "The weekdays", "Holidays, promotions", "Residuals over time",
      "Memory of the residuals", "Dispersion", "Is the band as wide", "Handling times", "Patience",
    ] {
      #expect(page.contains("<h2>" + heading), "\(heading)")
    }
    #expect(page.contains("120 days show no season of the year"))
    #expect(!page.contains("src=") && !page.contains("href="))
    #expect(page.components(separatedBy: "role=\"img\"").count == 12)
  }

  @Test func `counts per day have no pictures of hours, and say that hours are assumed`() throws {
    let page = page(try report(days: 60, interval: 86_400))
    #expect(!page.contains("A week as it was") && !page.contains("The hours of each weekday"))
    #expect(page.contains("counts per day say nothing of the hours"))
  }

  @Test func `the Chinese page has no English sentence`() throws {
    let page = page(try report(days: 120), .chinese)
    #expect(page.contains("数据不能说明的") && page.contains("120 天看不出年内季节"))
    for word in ["fitted", "counted", "deviation", "Means over", "inquiries"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func `the same fit gives the same bytes`() throws {
    #expect(try page(report(days: 40, events: events)) == page(report(days: 40, events: events)))
  }

  @Test func `every column of the files is described in each language`() {
    for schema in FitDocuments.schemas {
      #expect(Set(schema.columns.map(\.name)).count == schema.columns.count)
      for column in schema.columns {
        #expect(!column.meaning.en.isEmpty && !column.meaning.zh.isEmpty)
      }
    }
  }
}
