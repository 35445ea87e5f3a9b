// SPDX-License-Identifier: GPL-3.0-or-later

/// The style sheet of the report: follows the reader's light or dark theme, prints on A4.
///
/// It holds none of the characters that XML escapes, because a style sheet is not unescaped.
package enum ReportStyle {
  package static let css = """
    :root { --ink: #1d2329; --soft: #5c6670; --grid: #d9dee3; --paper: #ffffff; --band: #f3e6c4;
      --accent: #0072b2; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ec; --soft: #a3adb6; --grid: #3a424a; --paper: #14181c; --band: #4a3f22;
        --accent: #56b4e9; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 24px 28px 48px; max-width: 1000px; color: var(--ink);
      background: var(--paper); font: 15px/1.55 system-ui, 'Helvetica Neue', Arial,
      'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
    h1 { font-size: 25px; line-height: 1.25; margin: 0 0 4px; }
    h3 { font-size: 15px; margin: 16px 0 4px; }
    h2 { font-size: 18px; margin: 34px 0 8px; padding-bottom: 4px;
      border-bottom: 1px solid var(--grid); }
    p { margin: 8px 0; }
    .soft, figcaption, footer { color: var(--soft); font-size: 13px; }
    .lead { font-size: 17px; border-left: 4px solid var(--accent); padding: 4px 0 4px 14px; }
    ul { padding-left: 20px; } li { margin: 3px 0; }
    .scroll { overflow-x: auto; } .scroll + .scroll { margin-top: 16px; }
    table { border-collapse: collapse; width: 100%; font-size: 13.5px;
      font-variant-numeric: tabular-nums; }
    th, td { padding: 5px 8px; text-align: right; border-bottom: 1px solid var(--grid);
      vertical-align: top; }
    td { white-space: nowrap; }
    th:first-child, td:first-child { text-align: left; padding-left: 4px; white-space: normal; }
    td.date:first-child { white-space: nowrap; }
    th.words, td.words { text-align: left; white-space: normal; min-width: 15em; }
    th { font-weight: 600; color: var(--soft); vertical-align: bottom; word-break: keep-all; }
    tr.chosen td { font-weight: 650; }
    figure { margin: 10px 0; } svg { display: block; width: 100%; height: auto; }
    .chart { overflow-x: auto; } summary { cursor: pointer; color: var(--soft); font-size: 13px; }
    svg text { font-size: 12px; fill: var(--ink); }
    svg .tick { fill: var(--soft); } svg .axis { fill: var(--soft); font-size: 12px; }
    svg .note { fill: var(--soft); font-size: 11px; }
    svg .mark { fill: var(--ink); font-size: 11px; paint-order: stroke; stroke: var(--paper);
      stroke-width: 3px; stroke-linejoin: round; } svg .name { font-size: 12.5px; }
    svg .grid { stroke: var(--grid); stroke-width: 1; }
    svg .axis-line, svg .rule { stroke: var(--soft); stroke-width: 1; }
    svg .rule { stroke-dasharray: 4 3; }
    svg .band { fill: var(--band); }
    svg .series { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
    svg .series.strong { stroke-width: 3.6; }
    svg .name.strong { font-weight: 650; }
    svg .few { fill: var(--grid); }
    svg .ring { fill: none; stroke: var(--ink); stroke-width: 2.2; }
    svg .pointer { fill: var(--ink); }
    svg .points { fill: none; stroke-linecap: round; }
    svg .whisker { stroke: var(--soft); stroke-width: 1.5; }
    svg .centre { stroke: var(--ink); stroke-width: 2; }
    svg .dot { stroke: var(--paper); stroke-width: 1.5; }
    svg .dot.strong { stroke: var(--ink); }
    .legend { list-style: none; padding: 0; margin: 4px 0; display: flex; flex-wrap: wrap;
      gap: 2px 18px; font-size: 13px; }
    .legend .strong { font-weight: 650; }
    .legend svg { display: inline-block; width: 30px; height: 8px; margin-right: 6px;
      vertical-align: middle; }
    @media screen and (max-width: 720px) {
      body { padding: 16px 14px 32px; font-size: 14.5px; }
      h1 { font-size: 21px; } .lead { font-size: 15.5px; }
      .chart svg { width: 680px; }
      table { font-size: 12.5px; } th, td { padding: 4px 6px; }
      .scroll th:first-child, .scroll td:first-child { position: sticky; left: 0;
        background: var(--paper); min-width: 108px; }
      .summary th, .summary td { padding: 4px 2px; }
      .summary .scroll th:first-child, .summary .scroll td:first-child { min-width: 92px; } }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      :root { --ink: #000; --soft: #444; --grid: #ccc; --paper: #fff; --band: #f3e6c4;
        --accent: #0072b2; }
      body { padding: 0; max-width: none; font-size: 10.5pt; }
      table { font-size: 8.2pt; } th, td { padding: 3px 3px; } td { white-space: normal; }
      h2, h3 { break-after: avoid; } figure, tr, .lead { break-inside: avoid; }
      .summary { break-after: page; } .scroll, .chart { overflow: visible; break-inside: avoid; }
      summary { display: none; } details::details-content { content-visibility: visible; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
    """
}
