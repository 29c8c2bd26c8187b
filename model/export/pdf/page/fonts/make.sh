#!/usr/bin/env bash
# Cuts the fonts of this package out of DejaVu 2.37 (Debian package
# fonts-dejavu-core 2.37-6) with fontTools 4.38 (python3-fonttools).
# Run it when a character is missing; the files are committed, so a build
# needs neither. LICENSE beside this file is the licence of DejaVu.
set -euo pipefail
cd "$(dirname "$0")"
from=${1:-/usr/share/fonts/truetype/dejavu}

latin=U+0020-007E,U+00A0-024F,U+02B0-02FF,U+1E00-1EFF
text=$latin,U+0370-03FF,U+0400-052F,U+FB01-FB02
marks=U+2010-2027,U+202F-205E,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2150-215F
signs=U+2190-21FF,U+2200-2215,U+221A,U+221E,U+2227-222B,U+2248,U+2260-2265,U+2282-2287
shapes=U+2500-25FF,U+2605-2606,U+2610-2612,U+2639-263A,U+26A0,U+2713-2718,U+27A4,U+FFFD
mono=U+0020-007E,U+00A0-017F,U+0218-021B,U+0386-03CE,U+0400-045F,U+0490-0491,U+1EA0-1EF9,U+2010-2027,U+2030-203A,U+20AC,U+2122,U+2190-2193,U+2260-2265,U+2500-257F,U+FFFD

cut() { # font, characters
  SOURCE_DATE_EPOCH=0 /usr/bin/python3 -m fontTools.subset "$from/$1.ttf" --unicodes="$2" --output-file="$1.ttf" \
    --no-hinting --layout-features='' --drop-tables+=GSUB,GPOS,GDEF,kern,FFTM \
    --name-IDs=0,1,2,3,4,5,6,13,14 --no-glyph-names --notdef-outline --no-recalc-timestamp
}
cut DejaVuSans "$text,$marks,$signs,$shapes"
cut DejaVuSans-Bold "$text,$marks,$signs,$shapes"
cut DejaVuSansMono "$mono"
