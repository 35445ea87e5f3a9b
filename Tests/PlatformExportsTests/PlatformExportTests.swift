// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import PlatformExports
import Testing

struct PlatformExportTests {
  private static func problem(_ text: String) -> ExportError? {
    do throws(ExportError) {
      _ = try PlatformExport(text: text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a Tmall day export is read with its durations, shares and empty cells`() throws {
    let export = try PlatformExport(
      text: """
        日期,咨询人数,接待人数,未回复人数,平均响应时长,3分钟人工响应率,旺旺回复率
        2026-04-01,"1,234",1200,34,45.3,95.30%,97.2%
        2026-04-02,300,290,10,-,-,-
        汇总,1534,1490,44,45.3,95.3%,97.2%
        """)
    #expect(export.platform == .tmall && export.summaryRows == 1 && export.rows.count == 2)
    #expect(export.rows[0].values["inquirers"] == 1234)
    #expect(abs((export.rows[0].values["within_3min"] ?? 0) - 0.953) < 1e-12)
    #expect(export.rows[0].values["mean_reply"] == 45.3)
    #expect(export.rows[1].values["mean_reply"] == nil)
    #expect(try export.inquiriesByDay().map(\.count) == [1234, 300])
  }

  @Test func `a Douyin export by agent has the shop's own row, and its means are left out`() throws
  {
    let export = try PlatformExport(
      text: """
        日期,客服,接待会话量,已接待人数,全天平响时长,全天首响时长,全天3分钟回复率
        2026/4/1,店铺汇总值,100,95,2分30秒,45秒,88%
        2026/4/1,店铺平均值,50,47,2分30秒,45秒,88%
        2026/4/1,小李,60,58,1小时0分5秒,30秒,90%
        2026/4/1,小王,40,37,20秒,10秒,85%
        """)
    #expect(export.platform == .douyin && export.summaryRows == 1)
    #expect(export.rows.map(\.agent) == [nil, "小李", "小王"])
    #expect(export.days.map { $0.values["sessions"] } == [100])
    #expect(export.rows[0].values["mean_reply"] == 150)
    #expect(export.rows[1].values["mean_reply"] == 3605)
  }

  @Test func `without a row of the shop agents are added, and shares weighted by their customers`()
    throws
  {
    let export = try PlatformExport(
      text: """
        日期,客服,接待会话量,已接待人数,全天3分钟回复率
        2026-04-01,小李,10,10,100%
        2026-04-01,小王,1000,1000,50%
        """)
    let day = try #require(export.days.first)
    #expect(export.isSummedOverAgents && day.values["sessions"] == 1010)
    #expect(abs((day.values["within_3min_day"] ?? 0) - 510.0 / 1010) < 1e-12)
  }

  @Test func `headings may stand in two rows, below a title`() throws {
    let export = try PlatformExport(
      text: """
        咨询接待明细,,,
        日期,咨询,,响应
        ,咨询人数,接待人数,平均响应时长(秒)
        20260401,10,9,30
        20260402,20,19,30
        """)
    #expect(export.platform == .tmall)
    #expect(export.rows.map(\.line) == [4, 5])
    #expect(try export.inquiriesByDay().map(\.count) == [10, 20])
  }

  @Test(arguments: Platform.allCases)
  func `every platform's own headings are recognised`(platform: Platform) throws {
    let columns = ExportColumn.columns(of: platform, table: "days")
    let row = columns.map { column in
      switch column.kind {
      case .date: "2026-04-01"
      case .name: "li"
      case .share: "50%"
      case .count, .number, .seconds, .minutes, .amount: "7"
      }
    }
    let text = columns.map(\.heading).joined(separator: ",") + "\n" + row.joined(separator: ",")
    let export = try PlatformExport(text: text)
    #expect(export.platform == platform && export.columns == columns)
    #expect(try export.inquiriesByDay().map(\.count) == [7])
  }

  @Test func `an unknown platform, missing columns and bad cells are told`() {
    #expect(
      Self.problem("day,visits,clicks\n2026-04-01,1,2\n")?.problem
        == .unknownPlatform(found: ["day", "visits", "clicks"]))
    #expect(
      Self.problem("日期,咨询人数,接待人数,未回复人数\n4月1日,1,1,0\n")
        == ExportError(line: 2, column: "日期", .notADate("4月1日")))
    #expect(
      Self.problem("日期,咨询人数,接待人数,未回复人数\n2026-04-01,many,1,0\n")
        == ExportError(line: 2, column: "咨询人数", .notAValue("many", .count)))
    #expect(
      Self.problem("日期,咨询人数,接待人数\n2026-04-01,1,1\n2026-04-01,1,1\n")
        == ExportError(line: 3, .repeated(firstLine: 2)))
    #expect(
      Self.problem("日期,咨询人数,接待人数\n汇总,1,1\n") == ExportError(line: 1, .noDays))
    let sales = try? PlatformExport(text: "日期,最终付款人数,最终付款金额\n2026-04-01,1,99.5\n")
    #expect(throws: ExportError.self) { try sales?.inquiriesByDay() }
  }

  @Test(arguments: [
    ("2分30秒", 150.0), ("7小时41分52秒", 27_712), ("45秒", 45), ("45s", 45), ("00:02:30", 150),
    ("2:30", 150), ("45.5", 45.5), ("1天2小时", 93_600), ("3分钟", 180),
  ])
  func `durations are read as platforms write them`(text: String, seconds: Double) {
    #expect(ExportCell.seconds(text, unit: 1) == seconds)
  }

  @Test func `what is no duration and no day is none`() {
    for text in ["", "soon", "2分30", "分", "1:2:3:4", "-5"] {
      #expect(ExportCell.seconds(text, unit: 1) == nil, "\(text)")
    }
    #expect(ExportCell.seconds("2.5", unit: 60) == 150)
    for text in ["2026-04-01", "2026/4/1", "20260401", "2026年4月1日", "2026-04-01 00:00:00"] {
      #expect(ExportCell.date(text)?.description == "2026-04-01", "\(text)")
    }
    #expect(ExportCell.date("20261301") == nil && ExportCell.date("4月1日") == nil)
  }

  @Test func `every column of every platform is known once`() {
    #expect(ExportColumn.all.count == 206)
    for platform in Platform.allCases {
      for table in ["days", "agents", "sales"] {
        let names = ExportColumn.columns(of: platform, table: table).map(\.measure)
        #expect(Set(names).count == names.count, "\(platform) \(table)")
      }
    }
  }
}
