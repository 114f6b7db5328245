// The least that reading works takes: zlib and simdjson, no table, nothing checked but what these two check.
//   floor FILE.gz…    two files at a time; prints what it met, so that it can be held against others
#include <simdjson.h>
#include <zlib.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using simdjson::ondemand::array;
using simdjson::ondemand::object;
using simdjson::ondemand::value;

/// What was met; the sums keep the compiler from leaving out what it would not need.
struct Met {
  uint64_t works = 0, authorships = 0, mentions = 0, lineage = 0, text = 0, numbers = 0;
};

void fail(const char *what, const char *file) {
  std::fprintf(stderr, "%s: %s\n", file, what);
  std::exit(1);
}

void text(value v, Met &met) {
  std::string_view s;
  if (!v.get_string().get(s)) met.text += s.size();
}

void number(value v, Met &met) {
  uint64_t n;
  if (!v.get_uint64().get(n)) met.numbers += n;
}

void flag(value v, Met &met) {
  bool b;
  if (!v.get_bool().get(b)) met.numbers += b;
}

/// `id` and `display_name`, and of what else is nested the same.
void named(value v, Met &met) {
  object o;
  if (v.get_object().get(o)) return;
  for (auto field : o) {
    std::string_view key = field.unescaped_key();
    if (key == "id" || key == "display_name" || key == "issn_l" || key == "ror" || key == "country_code")
      text(field.value(), met);
    else if (key == "subfield" || key == "field" || key == "domain" || key == "source")
      named(field.value(), met);
    else if (key == "lineage" || key == "issn") {
      array list;
      if (field.value().get_array().get(list)) continue;
      for (auto one : list) {
        met.lineage++;
        text(one.value(), met);
      }
    }
  }
}

void authorships(value v, Met &met) {
  array list;
  if (v.get_array().get(list)) return;
  for (auto one : list) {
    met.authorships++;
    for (auto field : one.get_object()) {
      std::string_view key = field.unescaped_key();
      if (key == "author") named(field.value(), met);
      else if (key == "institutions")
        for (auto institution : field.value().get_array()) {
          met.mentions++;
          named(institution.value(), met);
        }
      else if (key == "countries")
        for (auto country : field.value().get_array()) text(country.value(), met);
    }
  }
}

void work(object record, Met &met) {
  met.works++;
  for (auto field : record) {
    std::string_view key = field.unescaped_key();
    if (key == "id" || key == "doi" || key == "title" || key == "display_name" || key == "type" || key == "updated_date")
      text(field.value(), met);
    else if (key == "publication_year" || key == "cited_by_count") number(field.value(), met);
    else if (key == "is_retracted" || key == "is_paratext" || key == "is_xpac" || key == "is_authors_truncated")
      flag(field.value(), met);
    else if (key == "primary_location" || key == "primary_topic") named(field.value(), met);
    else if (key == "authorships") authorships(field.value(), met);
  }
}

/// Lines of a file as they come out of zlib; what is left of the last one moves to the front.
void read(const char *file, Met &met) {
  FILE *in = std::fopen(file, "rb");
  if (in == nullptr) fail("cannot be opened", file);
  std::vector<unsigned char> packed(1 << 18);
  std::vector<char> lines(1 << 21);
  size_t held = 0;
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 32) != Z_OK) fail("no memory", file);
  simdjson::ondemand::parser parser;
  int state = Z_OK;
  while ((stream.avail_in = std::fread(packed.data(), 1, packed.size(), in)) > 0) {
    stream.next_in = packed.data();
    do {
      if (state == Z_STREAM_END && inflateReset(&stream) != Z_OK) fail("no memory", file);
      if (lines.size() - held < (1 << 20) + simdjson::SIMDJSON_PADDING) lines.resize(lines.size() * 2);
      stream.next_out = reinterpret_cast<unsigned char *>(lines.data()) + held;
      stream.avail_out = 1 << 20;
      state = inflate(&stream, Z_NO_FLUSH);
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR) fail("damaged", file);
      held += (1 << 20) - stream.avail_out;
      size_t from = 0;
      while (auto *end = static_cast<char *>(std::memchr(lines.data() + from, '\n', held - from))) {
        size_t length = end - (lines.data() + from);
        simdjson::ondemand::document document;
        object record;
        if (parser.iterate(lines.data() + from, length, lines.size() - from).get(document) ||
            document.get_object().get(record))
          fail("a line is no object", file);
        work(record, met);
        from += length + 1;
      }
      std::memmove(lines.data(), lines.data() + from, held - from);
      held -= from;
    } while (stream.avail_in > 0 || stream.avail_out == 0);
  }
  if (state != Z_STREAM_END || held > 0) fail("cut short", file);
  inflateEnd(&stream);
  std::fclose(in);
}

}  // namespace

int main(int count, char **files) {
  std::atomic<int> next{1};
  Met met[2];
  auto run = [&](Met &own) {
    Met mine;
    for (int i = next++; i < count; i = next++) read(files[i], mine);
    own = mine;
  };
  std::thread other([&] { run(met[1]); });
  run(met[0]);
  other.join();
  auto sum = [&](uint64_t Met::*of) { return (unsigned long long)(met[0].*of + met[1].*of); };
  std::printf("{\"works\":%llu,\"authorships\":%llu,\"mentions\":%llu,\"lineage\":%llu,\"text\":%llu,\"numbers\":%llu}\n",
              sum(&Met::works), sum(&Met::authorships), sum(&Met::mentions), sum(&Met::lineage), sum(&Met::text),
              sum(&Met::numbers));
}
