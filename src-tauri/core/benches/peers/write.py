"""Writes names, one a line on standard input, as a Word document or a workbook, and prints how many nanoseconds it took.

The peers of the block's own writers, used as their tutorials do. Run by benches/blocks.rs.
"""

import io
import sys
import time


def docx(names):
    from docx import Document

    def write():
        document = Document()
        for name in names:
            document.add_paragraph(name)
        document.save(io.BytesIO())

    return write


def xlsx(names):
    from xlsxwriter import Workbook

    def write():
        workbook = Workbook(io.BytesIO(), {"in_memory": True})
        sheet = workbook.add_worksheet()
        bold = workbook.add_format({"bold": True})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet.write_string(0, 0, "Organization", bold)
        for row, name in enumerate(names, start=1):
            sheet.write_string(row, 0, name, wrapped)
        sheet.set_column(0, 0, 60)
        sheet.autofilter(0, 0, len(names), 0)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0, 0)
        workbook.close()

    return write


names = sys.stdin.buffer.read().decode("utf-8").split("\n")
write = {"docx": docx, "xlsx": xlsx}[sys.argv[1]](names)
start = time.perf_counter_ns()
write()
print(time.perf_counter_ns() - start)
