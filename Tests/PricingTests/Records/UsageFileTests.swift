// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct UsageFileTests {
  private let perAnswer = Fixture.contract(
    .perConversation(PerConversationClause(price: .yuan(1))))

  private func error(_ text: String) -> RecordError? {
    do throws(RecordError) {
      _ = try UsageFile.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "date,inquiry_type,arrived,answered\n2026-03-01,a,10,8\n2026-03-31,a,5,5\n",
    "\u{FEFF}date;inquiry_type;arrived;answered\r\n2026-03-01;a;10;8\r\n2026-03-31;a;5;5",
    "Date\tinquiry_type\tarrived\tanswered\n2026-03-01\t\"a\"\t10\t8\n\n2026-03-31\ta\t5\t5\n",
  ])
  func `commas, semicolons and tabs, byte-order mark and CRLF all read alike`(
    text: String
  ) throws {
    let usage = try UsageFile.parse(text)
    #expect(try usage.invoices(for: perAnswer).total == .yuan(13))
    let month = try #require(usage.months(for: perAnswer).first)
    #expect(month.servedDays == 31, "a recorded month is whole unless the contract says less")
  }

  @Test func `a thousand names are told apart, and fewer where the days are many`() {
    let types = { (count: Int, last: String) in
      "date,inquiry_type,arrived\n"
        + (0..<count).map { "2026-03-01,t\($0),1\n" }.joined() + "\(last),t0,2\n"
    }
    #expect(error(types(1000, "2026-03-31")) == nil)
    let many = error(types(1001, "2026-03-31"))
    #expect(many?.line == 1002 && many?.problem == .tooManyNames(most: 1000))
    let log = (0..<1000).map { "2016-01-01 09:00,t\($0),served\n" }.joined()
    let months = (0..<120).map { month in
      "\(2016 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-28 09:00,t0,served\n"
    }
    let long = error("arrived_at,inquiry_type,outcome\n" + log + months.joined())
    // Fifty million counts over 3653 days of 24 hours in five columns.
    #expect(long?.problem == .tooManyNames(most: 114) && long?.column == "inquiry_type")
  }

  @Test(arguments: ["a\u{1B}[2J", "a\u{202E}b", "a\u{200B}"])
  func `a name that does not look like what it is is refused`(_ name: String) {
    let row = error("date,inquiry_type,arrived\n2026-03-01,\(name),1\n")
    #expect(row?.line == 2 && row?.problem == .notAName(name))
    let heading = error("date,seats:\(name)\n2026-03-01,1\n")
    #expect(heading?.problem == .notAName(name))
  }

  @Test func `a wide heading may not make more rows than are read`() {
    let names = (0..<999).map { "arrived:t\($0)" }.joined(separator: ",")
    let row = "2026-03-01," + String(repeating: ",", count: 998) + "\n"
    let rows = String(repeating: row, count: 1001)
    let found = error("date,\(names)\n\(rows)")
    #expect(found?.line == 1002 && found?.problem == .tooManyRows(most: 1000))
  }

  @Test func `counts that make no difference serve any definition`() throws {
    let usage = try UsageFile.parse(
      "date,inquiries\n2026-03-01,7\n", for: UsageReading(conversations: [.oncePerCustomerAndDay]))
    for definition in [
      EffectiveConversation.everyArrival, .answeredByPerson, .recorded, .oncePerCustomerAndDay,
    ] {
      var contract = perAnswer
      contract.options.conversation = definition
      #expect(try usage.invoices(for: contract).total == .yuan(7))
    }
  }

  @Test func `seats, shifts, hours, sales and results come from the same table`() throws {
    let text = """
      date,inquiry_type,answered,orders,sales,group,shift_kind,seats,shifts,hours,shop_sales,result,value
      2026-10-01,chat,100,10,1000.50,,,,,,9000,,
      2026-10-01,,,,,team,,2,2,16,,,
      2026-10-02,,,,,team,promotion,2,2,7.5,,,
      2026-10-08,,,,,team,,2,1,8,,,
      2026-10-31,,,,,,,,,,,delay_rate,0.05
      """
    let usage = try UsageFile.parse(text)
    let month = try #require(usage.months(for: perAnswer).first)
    #expect(month.staffing[0].seatDays == 6)
    #expect(
      month.staffing[0].shifts
        == ByShiftKind(ordinary: 1, promotion: 2, statutoryHoliday: 2, night: 0),
      "1 October is a legal day, 8 October is not (F11)")
    #expect(month.staffing[0].minutes.promotion == 450)
    #expect(month.shop.sales == .yuan(9000))
    #expect(month.results == [Fraction(1, over: 20)])
  }

  @Test func `a table by month holds seats all month and has no daily pattern`() throws {
    let usage = try UsageFile.parse(
      "month,inquiries,group,seats\n2026-02,100,,\n2026-02,,team,3\n2026-03,200,,\n")
    let months = usage.months(for: perAnswer)
    #expect(months.map(\.staffing[0].seatDays) == [84, 0])
    #expect(months.allSatisfy { $0.dailyCounts.isEmpty })
    #expect(try usage.invoices(for: perAnswer).total == .yuan(300))
  }

  @Test func `a chat log counts what the contract defines (R14)`() throws {
    let text = """
      arrived_at,customer,outcome,first_reply_seconds,duration_seconds,wait
      2026-03-01 10:00:00,anna,served,30,300,x
      2026-03-01 11:00:00,anna,served,90,20,x
      2026-03-02T11:00:00,anna,served,61,300,x
      2026-03-02 23:59:59,ben,abandoned,,,x
      2026-03-03 00:00,ben,robot,1,10,x
      """
    let expected: [(EffectiveConversation, Int32)] = [
      (.everyArrival, 5), (.answeredByPerson, 3), (.answered(within: 60), 1),
      (.oncePerCustomerAndDay, 2), (EffectiveConversation(.answeredByAnyone), 4),
      (EffectiveConversation(.answered, minimumDuration: 30), 2),
    ]
    for (definition, count) in expected {
      var contract = perAnswer
      contract.options.conversation = definition
      let usage = try UsageFile.parse(text, for: UsageReading([contract]))
      #expect(try usage.invoices(for: contract).total == .yuan(count), "\(definition)")
    }
  }

  @Test func `many customers of many days are told apart, in any order of rows`() throws {
    let once = EffectiveConversation.oncePerCustomerAndDay
    var contract = perAnswer
    contract.options.conversation = once
    var seen: Set<String> = []
    let rows = (0..<20_000).map { row in
      let (day, customer) = (row * 7919 % 31 + 1, row * 104_729 % 900)
      seen.insert("\(day)/\(customer)")
      return "2026-03-\(day < 10 ? "0" : "")\(day) 10:00:00,买家\(customer),served\n"
    }
    let usage = try UsageFile.parse(
      "arrived_at,customer,outcome\n" + rows.joined(), for: UsageReading([contract]))
    #expect(try usage.invoices(for: contract).total == .yuan(Int32(seen.count)))
  }

  @Test func `a contact without a type is one of the first type's, before or after it`() throws {
    let row = { (type: String, customer: String) in
      "2026-03-01 09:00:00,\(type),\(customer),served\n"
    }
    for (first, count) in [("pre_sale", Int32(2)), ("after_sale", 1)] {
      let contract = Fixture.contract(
        .perConversation(PerConversationClause(price: .yuan(1), inquiryTypes: ["pre_sale"])),
        options: ReadingOptions(conversation: .oncePerCustomerAndDay))
      let second = first == "pre_sale" ? "after_sale" : "pre_sale"
      let usage = try UsageFile.parse(
        "arrived_at,inquiry_type,customer,outcome\n" + row("", "anna") + row(first, "ben")
          + row(second, "cora"), for: UsageReading([contract]))
      #expect(usage.schema.inquiryTypes == [first, second])
      #expect(try usage.invoices(for: contract).total == .yuan(count))
    }
  }

  @Test func `each mistake is found with its line and column`() {
    #expect(error("") == RecordError(line: 1, .empty))
    #expect(error("date,inquiries\n") == RecordError(line: 1, .empty))
    #expect(
      error("date,inquiries\n2026-03-01,1\n2026-13-01,1\n")
        == RecordError(line: 3, column: "date", .notADate("2026-13-01")))
    #expect(
      error("date,inquiries\n2026-03-01,-1\n")
        == RecordError(line: 2, column: "inquiries", .negative("-1")))
    #expect(
      error("date,inquiries\n2026-03-01,1.5\n")
        == RecordError(line: 2, column: "inquiries", .notACount("1.5")))
    #expect(
      error("date,inquiries\n2026-03-01,1,1\n")
        == RecordError(line: 2, .wrongFieldCount(found: 3, expected: 2)))
    #expect(
      error("date,inquiries\n2026-03-01,1\n2026-03-01,2\n")
        == RecordError(line: 3, column: "inquiries", .duplicate(firstLine: 2)))
    #expect(
      error("date,inquiries\n2026-03-01,1\n2026-05-01,1\n")?.problem
        == YearMonth(iso: "2026-04").map { .monthMissing($0) })
    #expect(
      error("date,\"inquiries\n2026-03-01,1\n") == RecordError(line: 1, .openQuotation))
    #expect(error("date,date\n") == RecordError(line: 1, column: "date", .repeatedColumn))
    #expect(error("date,month\n2026-03-01,2026-03\n")?.problem == .columnsExclude(["date"]))
    #expect(error("inquiries\n1\n")?.problem == .columnNeeded(["date", "month", "arrived_at"]))
    #expect(error("date,chats\n2026-03-01,1\n")?.column == "chats")
    #expect(
      error("date,group,hours\n2026-03-01,team,0.001\n")?.problem == .notWholeMinutes("0.001"))
    #expect(
      error("date,group,shift_kind,shifts\n2026-03-01,team,festive,1\n")?.column == "shift_kind")
  }

  @Test func `headings may name what their cells are about`() throws {
    let long = try UsageFile.parse(
      """
      date,inquiry_type,inquiries,orders,group,shift_kind,seats,shifts,result,value
      2026-11-01,pre_sale,90,7,,,,,,
      2026-11-01,After,10,,,,,,,
      2026-11-01,,,,team,,3,,,
      2026-11-01,,,,helpers,promotion,,4,,
      2026-11-30,,,,,,,,delay_rate,0.05
      """)
    let wide = try UsageFile.parse(
      """
      Date,Inquiries:pre_sale,inquiries:After,orders:pre_sale,seats:team,shifts:helpers:promotion,value:delay_rate
      2026-11-01,90,10,7,3,4,
      2026-11-30,,,,,,0.05
      """)
    #expect(wide.months(for: perAnswer) == long.months(for: perAnswer))
    #expect(wide.schema == long.schema)
    #expect(error("date,seats:a:b:c\n2026-11-01,1\n")?.column == "seats:a:b:c")
    #expect(error("date,chats:a\n2026-11-01,1\n")?.column == "chats:a")
  }

  @Test func `a month's daily average becomes the month's inquiries (F7)`() throws {
    let usage = try UsageFile.parse("month,inquiries_per_day\n2026-02,100.5\n2026-03,0.05\n")
    #expect(try usage.invoices(for: perAnswer).months.map(\.total) == [.yuan(2814), .yuan(2)])
    #expect(
      error("date,inquiries_per_day\n2026-02-01,100\n")?.problem == .columnsExclude(["date"]))
    #expect(
      error("month,inquiries_per_day\n2026-02,-1\n")
        == RecordError(line: 2, column: "inquiries_per_day", .negative("-1")))
  }

  @Test
  func `a recorded average picks its bracket exactly, whatever the days of the month (R1, R2)`()
    throws
  {
    let tiers = Contract(
      name: "tiers",
      clauses: [
        Clause(
          "a",
          .tiered(
            TieredClause(tiers: [
              Tier(
                from: .zero, upTo: ExactDecimal(millionths: 412_500_000), price: .yuan(1000),
                unit: .monthlyFee),
              Tier(
                from: ExactDecimal(millionths: 412_500_000), upTo: nil, price: .yuan(2000),
                unit: .monthlyFee),
            ])))
      ])
    // 412.5 × 31 = 12,787.5: counted as 12,788, still within the first bracket.
    for (average, total) in [("412.5", Int32(1000)), ("412.500001", 2000), ("412.499999", 1000)] {
      let usage = try UsageFile.parse("month,inquiries_per_day\n2026-03,\(average)\n")
      #expect(try usage.invoices(for: tiers).months.map(\.total) == [.yuan(total)], "\(average)")
    }
  }

  @Test func `people without a group are those whom the contract bills`() throws {
    let seats = Clause("a", .seats(SeatClause(seats: .staffed(group: "dedicated"))))
    let shifts = Clause("b", .shifts(ShiftClause(group: "short_term")))
    let contract = Contract(name: "hybrid", clauses: [seats, shifts])
    let usage = try UsageFile.parse(
      "month,inquiries,seats,shifts\n2026-03,900,2,5\n", for: UsageReading([contract]))
    #expect(try usage.invoices(for: contract).total == .yuan(2 * 5000 + 5 * 200))
    let second = Clause("c", .seats(SeatClause(seats: .staffed(group: "after"))))
    let two = UsageReading([Contract(name: "two", clauses: [seats, second])])
    #expect(throws: RecordError(line: 1, .columnNeeded(["group"]))) {
      try UsageFile.parse("month,seats\n2026-03,2\n", for: two)
    }
  }

  @Test func `numbers beyond any shop are refused where they stand, not when they overflow`() {
    for text in ["1000000000001", "9000000000000000000", "99999999999999999999"] {
      #expect(
        error("month,inquiries,seats\n2026-03,1,\(text)\n")
          == RecordError(
            line: 2, column: "seats", .countTooLarge(text, most: 1_000_000_000_000)))
    }
    #expect(
      error("month,sales\n2026-03,10000000000000.01\n")
        == RecordError(
          line: 2, column: "sales",
          .notAnAmount("10000000000000.01", .tooLarge("10000000000000.01"))))
    #expect(error("month,sales\n2026-03,10000000000000.00\n") == nil)
  }

  @Test func `records are in the contract's currency and may say so`() throws {
    var contract = perAnswer
    contract.currency = "USD"
    let reading = UsageReading([contract])
    let usage = try UsageFile.parse("month,inquiries,currency\n2026-03,5,USD\n", for: reading)
    #expect(try usage.invoices(for: contract).total == .yuan(5))
    #expect(
      throws: RecordError(
        line: 3, column: "currency", .currenciesMixed(found: "CNY", expected: "USD"))
    ) {
      try UsageFile.parse(
        "month,inquiries,currency\n2026-03,5,USD\n2026-04,5,CNY\n", for: reading)
    }
  }

  @Test func `a simulation's own chats are billed as a log (R14)`() throws {
    let text = """
      plan,chat,date,second,inquiry_type,background,outcome,wait,first_reply,handling,group,agent,order
      pool,0,2026-03-01,209.760,chat,true,served,0.000,,1095.481,desk,6,true
      pool,1,2026-03-01,36000.5,chat,false,served,30.000,45.0,793.299,desk,7,true
      pool,2,2026-03-31,86399.999,chat,false,served,61.000,70.0,398.972,desk,8,false
      pool,3,2026-03-31,40000,chat,false,abandoned,300.000,,,,,false
      """
    let expected: [(EffectiveConversation, Int32)] = [
      (.everyArrival, 3), (.answeredByPerson, 2), (.answered(within: 60), 1),
    ]
    for (definition, count) in expected {
      var contract = perAnswer
      contract.options.conversation = definition
      let usage = try UsageFile.parse(text, for: UsageReading([contract]))
      #expect(try usage.invoices(for: contract).total == .yuan(count), "\(definition)")
    }
    let share = Fixture.contract(
      .baseAndCommission(BaseAndCommissionClause(seats: .agreed(0))))
    let priced = UsageReading([share], orderValues: ["chat": .yuan(200)])
    #expect(try UsageFile.parse(text, for: priced).invoices(for: share).total == .yuan(4))
    let worthless = try UsageFile.parse(text, for: UsageReading([share]))
    #expect(
      throws: PricingError.columnMissing(clause: 0, .sales, told: [.inquiries, .orders])
    ) { try worthless.invoices(for: share) }
  }

  @Test(arguments: ClauseKind.allCases)
  func `a table without a column by which a clause charges is refused, and priced with it`(
    kind: ClauseKind
  ) throws {
    let contract = Contract(
      name: "one",
      clauses: [
        Clause("it", kind.type.example.terms), Clause("fee", .fixedFee(FixedFeeClause(fee: .zero))),
      ])
    let cells = UsageColumn.allCases.map { ($0.rawValue, $0 == .value ? "0.2" : "10") }
    func invoices(without column: UsageColumn?) throws -> Invoices {
      let cells =
        [("date", "2026-03-01"), ("group", "staff"), ("result", "delay_rate")]
        + cells.filter { $0.0 != column?.rawValue }
      let text = [cells.map(\.0), cells.map(\.1)].map { $0.joined(separator: ",") + "\n" }.joined()
      return try UsageFile.parse(text, for: UsageReading([contract])).invoices(for: contract)
    }
    let charges = try invoices(without: nil).lines.contains { $0.clause == 0 }
    #expect(charges == kind.type.example.terms.bills)
    for column in contract.clauses[0].terms.requiredColumns(contract.options) {
      let told = UsageColumn.allCases.filter { $0 != column }
      #expect(throws: PricingError.columnMissing(clause: 0, column, told: told)) {
        try invoices(without: column)
      }
    }
  }

  @Test func `repeats count among the inquiries that a clause bills (R14)`() throws {
    let text = """
      arrived_at,inquiry_type,customer,outcome
      2026-03-01 09:00:00,pre_sale,anna,served
      2026-03-01 10:00:00,after_sale,anna,served
      2026-03-01 11:00:00,after_sale,anna,served
      2026-03-02 09:00:00,after_sale,anna,served
      """
    func total(_ types: [String]) throws -> Money {
      let contract = Fixture.contract(
        .perConversation(PerConversationClause(price: .yuan(1), inquiryTypes: types)),
        options: ReadingOptions(conversation: .oncePerCustomerAndDay))
      return try UsageFile.parse(text, for: UsageReading([contract])).invoices(for: contract).total
    }
    #expect(try total([]) == .yuan(2))
    #expect(try total(["after_sale"]) == .yuan(2))
    #expect(try total(["pre_sale"]) == .yuan(1))
    #expect(try total(["pre_sale", "after_sale"]) == .yuan(2))
  }

  @Test func `a reply or a duration below zero is refused where it counts`() {
    let quick = Fixture.contract(
      .perConversation(PerConversationClause(price: .yuan(1))),
      options: ReadingOptions(conversation: .answered(within: 60)))
    #expect(
      throws: RecordError(line: 2, column: "first_reply_seconds", .negative("-5"))
    ) {
      try UsageFile.parse(
        "arrived_at,outcome,first_reply_seconds\n2026-03-01 09:00,served,-5\n",
        for: UsageReading([quick]))
    }
  }

  @Test func `shifts on legal days are holidays in years without a published calendar (F11)`()
    throws
  {
    let contract = Fixture.contract(.shifts(ShiftClause(group: "team")))
    let usage = "date,shifts\n2027-10-01,1\n2027-10-04,1\n"
    #expect(
      try UsageFile.parse(usage, for: UsageReading([contract])).invoices(for: contract).total
        == .yuan(300 + 200))
  }

  @Test func `dates and numbers as spreadsheets write them are read and noted`() throws {
    let notes = RecordNotes()
    let usage = try UsageFile.parse(
      "date,inquiries,hours\n2026/3/1,\"1,234\",\"1,000.5\"\n2026-3-31,6.0,\n", notes: notes)
    #expect(try usage.invoices(for: perAnswer).total == .yuan(1240))
    let month = try #require(usage.months(for: perAnswer).first)
    #expect(month.staffing[0].minutes.ordinary == 60_030)
    #expect(notes.notes.map(\.kind) == [.date, .thousands, .zerosBehindPoint])
    #expect(notes.notes.map(\.count) == [2, 2, 1])
    #expect(notes.notes[0].written == "2026/3/1" && notes.notes[0].read == "2026-03-01")
    let byMonth = RecordNotes()
    let months = try UsageFile.parse(
      "month,inquiries\n2026/2,5\n2026/3/1,7\n2026-4,1\n", notes: byMonth)
    #expect(try months.invoices(for: perAnswer).total == .yuan(13))
    #expect(byMonth.notes.map(\.count) == [3])
  }

  @Test func `times as spreadsheets write them are read, and a zone left out is noted`() throws {
    let notes = RecordNotes()
    let usage = try UsageFile.parse(
      "arrived_at,outcome\n2026/3/1 9:00,served\n2026-03-02 9:05:00.5 +08:00,served\n"
        + "2026-03-03T10:00-05:00,served\n2026-03-04T10:00:00Z,served\n", notes: notes)
    #expect(try usage.invoices(for: perAnswer).total == .yuan(4))
    #expect(notes.notes.map(\.kind) == [.date, .zoneLeftOut])
    #expect(notes.notes.map(\.count) == [1, 3])
  }

  @Test(arguments: [
    ("date,inquiries\n3/1/2026,5\n", "date"), ("date,inquiries\n2026/3-1,5\n", "date"),
    ("month,inquiries\n2026.1,5\n", "month"), ("month,inquiries\n2026/3/2,5\n", "month"),
    ("date,inquiries\n2026-03-01,\"12,34\"\n", "inquiries"),
    ("date,inquiries\n2026-03-01,\"0,123\"\n", "inquiries"),
    ("date,inquiries\n2026-03-01,1.50\n", "inquiries"),
    ("date,hours\n2026-03-01,\"1,234\"\n", "hours"),
    ("arrived_at,outcome\n2026/3/1 9:00 PM,served\n", "arrived_at"),
    ("arrived_at,outcome\n2026/3/1,served\n", "arrived_at"),
  ])
  func `what may mean two things is refused`(text: String, column: String) {
    #expect(error(text)?.line == 2 && error(text)?.column == column, "\(text)")
  }

  @Test(arguments: [
    (
      "月份,咨询量,坐席数,销售额\n2026-03,4130,2,182000.50\n",
      "month,inquiries,seats,sales\n2026-03,4130,2,182000.50\n"
    ),
    (
      "日期,咨询类型,进线量,接待量,60秒内应答量\n2026-03-01,售前,10,8,5\n",
      "date,inquiry_type,arrived,answered,answered_within_60\n2026-03-01,售前,10,8,5\n"
    ),
    (
      "月份,咨询量：售前,班次数:short_term:promotion\n2026-03,41,3\n",
      "month,inquiries:售前,shifts:short_term:promotion\n2026-03,41,3\n"
    ),
    (
      "进线时间,结果,首次回复秒数\n2026-03-01 09:00:12,served,21\n",
      "arrived_at,outcome,first_reply_seconds\n2026-03-01 09:00:12,served,21\n"
    ),
  ])
  func `Chinese headings read as the columns that they mean`(
    chinese: String, english: String
  ) throws {
    #expect(try UsageFile.parse(chinese) == UsageFile.parse(english))
  }

  @Test func `two headings of one meaning are refused by the second's name`() {
    let found = error("date,日期,inquiries\n2026-03-01,2026-03-01,7\n")
    #expect(found == RecordError(line: 1, column: "日期", .repeatedColumn))
  }

  @Test func `an invoice with Chinese headings is the same invoice`() throws {
    let chinese = "账期,收费项目,数量,单价,金额\n2026-03,坐席,2,4500,9000\n,合计,,,9000\n"
    let english = "month,clause,quantity,price,amount\n2026-03,坐席,2,4500,9000\n,合计,,,9000\n"
    #expect(try InvoiceFile.parse(chinese) == InvoiceFile.parse(english))
  }
}
