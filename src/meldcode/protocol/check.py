import sys

from meldcode.protocol.diagnostics import RefusedError
from meldcode.protocol.library import content_root, sector_ids
from meldcode.protocol.source import Content

bad=0
c=Content(content_root())
for s in sector_ids():
    try:
        p=c.protocol(s); print("ok",s,len(p.questions),len(p.rules),p.digest[:20])
    except RefusedError as e:
        bad=1
        for f in e.findings: print(f"{f.code} {f.place.file}:{f.place.line}:{f.place.column} {f.values} | {f.excerpt.strip()[:100]}")
sys.exit(bad)
