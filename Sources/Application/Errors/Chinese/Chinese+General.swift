// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Numbers, texts, lists, mappings, files.
  static let general: [String: String] = [
    // What was found.
    "nothing": "空", "a list": "列表", "an empty list": "空列表", "a mapping": "映射",
    "an empty mapping": "空映射", "a list of %1": "含 %1 项的列表",
    "no key %1": "缺少键 %1", "an unknown key": "未知的键", "the name \"%1\"": "名称“%1”",
    "unknown %1 %2": "未知的%1 %2", "from %1 to %2": "从 %1 到 %2", "%1 twice": "%1 出现两次",
    "a folder": "文件夹", "no such file": "不存在的文件", "a file that cannot be read": "无法读取的文件",
    "a file that may not be read": "无权读取的文件", "a device": "设备",
    "a pipe that nobody writes to": "无人写入的管道", "more than %1 MB": "超过 %1 MB",
    "text that is not UTF-8": "不是 UTF-8 的文本",
    "text that is not YAML": "不是 YAML 的文本", "text that is not YAML (%1)": "不是 YAML 的文本（%1）",
    "an empty file": "空文件", "a tab in the indentation": "缩进中的制表符",
    "a key written twice (first on line %1)": "重复的键（首次在第 %1 行）",
    "characters that YAML does not have (%1)": "YAML 不允许的字符（%1）",
    "more than %1 values": "超过 %1 个值", "an alias without its anchor": "没有锚点的别名",
    "a list or mapping as a key": "以列表或映射作键",
    "more than %1 levels": "超过 %1 层", "the tag %1": "标签 %1", "no such place to set": "无处可设的路径",

    // Numbers and texts that are allowed.
    "%1 to %2": "%1 至 %2", "%1 or more": "%1 或更大", "0 or more": "0 或更大", "at most %1": "不超过 %1",
    "above 0, up to %1": "大于 0，不超过 %1", "above %1, up to %2": "大于 %1，不超过 %2",
    "above %1, below %2": "大于 %1、小于 %2", "finite": "有限数", "finite and > %1": "大于 %1 的有限数",
    "finite and ≥ %1": "不小于 %1 的有限数", "in %1 to %2": "%1 至 %2", "in (-%1, %2)": "-%1 与 %2 之间",
    "in %1 to %2⁶": "%1 至 %2⁶", "%1⁻²⁰⁰ to %2²⁰⁰": "%1⁻²⁰⁰ 至 %2²⁰⁰",
    "%1 up to, not including, %2": "%1 至 %2（不含 %2）", "one for each value": "每个值一个",
    "weights of a positive sum": "总和为正的权重",
    "a plan with staffing: fewest": "含 staffing: fewest 的方案",
    "%1 to %2, or %3 % to %4 %": "%1 至 %2，或 %3 % 至 %4 %",
    "%1 s to %2 s, as in 480, 480 s, 8 min or 2 h": "%1 秒至 %2 秒，如 480、480 s、8 min 或 2 h",
    "a whole number from 0 to 18446744073709551615": "0 至 18446744073709551615 的整数",
    "a decimal number of 0 or more with at most six places": "0 或更大、至多六位小数的数",
    "a whole number": "整数", "a number": "数字", "true or false": "true 或 false", "text": "文字",
    "one line of at most 200 visible characters that does not begin with = + - @":
      "一行文字，至多 200 个可见字符，不以 = + - @ 开头",
    "another name: in files all, NA, NaN, nil, none, null, true and false mean something else, and "
      + "spreadsheets cut numbers of 15 digits and more":
      "另取名称：all、NA、NaN、nil、none、null、true、false 在结果文件中另有含义，15 位以上的数字会被表格软件截断",
    "a name that states no sum, as total, 合计 and 总计 do": "不表示合计的名称（total、合计、总计表示合计）",
    "1 to 64 visible characters without blanks, commas, dots, quotes, slashes or brackets, "
      + "the first none of = + - @":
      "1 至 64 个可见字符，不含空格、逗号、点、引号、斜杠或方括号，首字符不是 = + - @",
    "none": "无", "something": "非空的内容", "one of them": "其中之一", "at least one of them": "至少其中之一",
    "each key once": "每个键一次", "%1 or %2": "%1 或 %2", "%1, or %2": "%1，或 %2",
    "none, as the file defines none": "无，因为文件中没有定义",

    // Kinds of names.
    "the name of an %1": "%1的名称", "inquiry type": "咨询类型", "agent group": "客服组", "shift": "班次",
    "billing group": "计费组",

    // Lists and mappings that are allowed.
    "a list of %1 to %2": "含 %1 至 %2 项的列表",
    "a list of at most %1": "至多 %1 项的列表", "a mapping of names to %1": "由名称到%1的映射",
    "a mapping from %1": "以如下内容为键的映射：%1", "a mapping (%1)": "映射（%1）",
    "a mapping with %1: %2": "含键 %1 的映射，取值：%2",
    "inquiry types": "咨询类型", "agent groups": "客服组", "shifts": "班次", "plans": "方案", "streams": "需求流",
    "shares": "占比", "preferences": "优先级",

    // Files and paths that are allowed.
    "the path of a file": "文件的路径", "a readable file": "可读的文件",
    "an ordinary file, or a pipe": "普通文件或管道", "an ordinary file, or a pipe in use": "普通文件或有人写入的管道",
    "at most that": "不超过此数", "values without a tag": "不带标签的值",
    "a mapping, or a list of mappings": "映射，或由映射组成的列表",
    "UTF-8; save it as UTF-8 in the editor": "UTF-8；请在编辑器中另存为 UTF-8",
    "one YAML mapping": "一个 YAML 映射", "a mapping of scenario keys": "由场景各键组成的映射",
    "spaces only": "只用空格", "\"key: value\" lines, indented by spaces": "以空格缩进的“键: 值”行",
    "UTF-8 text": "UTF-8 文本", "&name before *name": "先有 &名称 再有 *名称", "a word as a key": "以单词作键",
    "fewer; give long records as a CSV file under demand.history":
      "更少；长记录请以 CSV 文件放在 demand.history 下",
    "a value, a list [a, b] or a mapping {a: 1, b: 2}": "一个值、列表 [a, b] 或映射 {a: 1, b: 2}",
    "a path of the file": "文件中的路径",
    "%1 without a comma": "不带逗号的 %1",
    "%1 with a comma, which parts entries here": "%1（此处逗号会把它分成两项）",
  ]
}
