// The words that the HTML reader finds are those of an HTML5 parser: over small pages that try the parser's rules one by
// one. tests/sites/ reads whole sites.
#include <catch2/catch.hpp>

#include "html_oracle.h"

namespace {

using catchword::testing::oracle_words;
using catchword::testing::reader_words;

const char* const kPages[] = {
    "<p>one<p>two", "<b>H</b>ello", "a<br>b", "<table>x<tr><td>a<td>b</table>",
    "<p hidden>a<p>b", "<p hidden><b>a</p>b", "<b><p hidden>a</b>b</p>c", "<a>1<a>2</a>3",
    "<div hidden>a<table><td>b</table></div>c", "<ul><li hidden>a<li>b</ul>", "a<!-->b-->c",
    "<dl><dt hidden>a<dd>b</dl>", "a<!--b--!>c", "a<!-- b -- > c -->d", "a<![CDATA[b]]>c",
    "<svg><![CDATA[b]]></svg>c", "<svg><text>a</text><path>b</path></svg>c",
    "<svg><p>a</svg>b", "<svg><title>a<b>c</b></title></svg>d", "<math><mi>a</mi><p>b</math>c",
    "<math><annotation-xml encoding='text/html'><p>a</annotation-xml></math>b",
    "<select><option>a<p>b</select>c", "<select>a<input>b", "<select>a<table><tr><td>b</table>",
    "<table><tr><select><td>a</table>b", "<button>a<button>b</button>c", "<textarea></p>a</textarea>b",
    "<title>a</title><script>a</script>b", "<script><!--<script></script>a--></script>b",
    "<script><!--a</script>b", "<style>a</style>b<xmp><b>c</xmp>d", "<plaintext>a<b>",
    "<template><tr><td>a</template>b", "a<noscript><i>a</noscript>b", "<iframe><p>a</iframe>b",
    "<h1>a<h2>b</h1>c", "<h1><div>a</h1>b", "<form>a<form>b</form>",
    "<div><form></div>a</form>b", "a</p>b", "a</br>b", "<p>a<div>b</p>c", "<p><table><td>a</table>b",
    "<ruby>a<rt hidden>b<rt>c</ruby>d", "<object hidden><p>a</object>b", "<td>a<tr>b", "a<frameset>b",
    "<table><td><table><td>a</table>b</table>c", "<table><caption hidden>a<td>b</table>",
    "<table><colgroup><col>b</table>c", "<table hidden><td>a</table>b",
    "<b><i hidden><p>a</b>b</i>c", "<font color=red><i>a<p>b</font>c</i>d", "<nobr>a<nobr>b</nobr>c",
    "&amp;&lt;&notit;&not&copy=1&#x41&#65;&#128;&#0;&bogus;", "<a title='&copy=1'>a</a>",
    "<p title=\"<p>\">a", "<p title=a>b>c", "<p a='b'c>d", "<p/hidden>a", "a<b", "a</", "a<", "</>a",
    "<?xml version='1.0'?>a", "<!DOCTYPE html>a", "< p>a", "<p <b>a", "<p hidden=\"x\">a</p>b",
    "<body hidden>a", "</html>a", "<html><head>a<body>b", "<li>a<ul><li>b</ul>c<li>d",
    "<pre>\n\na\n b</pre>", "<dialog>a</dialog><dialog open>b</dialog>", "a&shy;b a&nbsp;b a\xC2\xADz",
    "<div style='display: none'>a</div>b<span style=display:block>c</span>d",
    "<h2>a<a href='#x'>\xC2\xB6</a></h2>",
};

}  // namespace

TEST_CASE("small pages have the words of an HTML5 parser", "[html][oracle]") {
  for (const char* page : kPages) {
    INFO(page);
    CHECK(reader_words(page) == oracle_words(page));
  }
}
