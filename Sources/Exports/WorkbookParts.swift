// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// The fixed parts of a workbook, and what stands around the rows of a sheet.
enum WorkbookParts {
  /// By the number of the style in `styles.xml`.
  enum Style: Int { case plain, header, date, moment }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let content = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  static let package =
    head + "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"rId1\" "
    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private static let styles =
    head + "<styleSheet xmlns=\"\(main)\"><numFmts count=\"2\">"
    + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
    + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss.000\"/></numFmts>"
    + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    + "</cellStyleXfs><cellXfs count=\"4\">" + format() + format(font: 1) + format(164)
    + format(165) + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
    + "builtinId=\"0\"/></cellStyles></styleSheet>"

  private static func format(_ number: Int = 0, font: Int = 0) -> String {
    "<xf numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
      + (number > 0 ? " applyNumberFormat=\"1\"" : "") + (font > 0 ? " applyFont=\"1\"" : "") + "/>"
  }

  /// What stands before the rows of a sheet: the first row frozen, columns as wide as their names.
  static func sheetHead(_ table: ExportTable, isFirst: Bool) -> String {
    let columns = table.columns.enumerated().map { place, column in
      let width = min(max(column.name.count + 2, column.type == .moment ? 24 : 11), 40)
      return "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    return head + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView "
      + (isFirst ? "tabSelected=\"1\" " : "") + "workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
      + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
      + "<cols>\(columns.joined())</cols><sheetData>"
  }

  /// The parts that name the sheets.
  static func ends(sheets: [String]) -> [(name: String, text: String)] {
    let numbers = sheets.indices.map { $0 + 1 }
    let styleNumber = sheets.count + 1
    return [
      (
        "xl/workbook.xml",
        head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
          + zip(sheets, numbers).map { name, number in
            "<sheet name=\"\(String(decoding: escaped(name), as: UTF8.self))\" "
              + "sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
          }.joined() + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        head + "<Relationships xmlns=\"\(relations)\">"
          + numbers.map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" "
              + "Target=\"worksheets/sheet\($0).xml\"/>"
          }.joined()
          + "<Relationship Id=\"rId\(styleNumber)\" Type=\"\(office)/styles\" "
          + "Target=\"styles.xml\"/></Relationships>"
      ),
      ("xl/styles.xml", styles),
      (
        "[Content_Types].xml",
        head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
          + "relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(content).sheet.main+xml\"/>"
          + numbers.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" "
              + "ContentType=\"\(content).worksheet+xml\"/>"
          }.joined()
          + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(content).styles+xml\"/></Types>"
      ),
    ]
  }

  /// Text without what would end an element or an attribute, and without what XML forbids.
  static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      case 0x09, 0x0A, 0x20...: bytes.append(byte)
      default: continue
      }
    }
    return bytes
  }
}

extension WorkbookWriter {
  /// A day's number in a workbook: 1 January 1900 is 1, and a 29 February 1900 that never was is counted.
  static func serial(_ date: CivilDate) -> Int {
    let days = date.dayNumber + 25_569
    return days > 60 ? days : days - 1
  }
}
