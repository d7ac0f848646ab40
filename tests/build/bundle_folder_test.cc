// A bundle on its way to a disk: what is written, what is kept, what is refused, what a failure leaves.
#include "build/bundle_folder.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "build/bundle_names.h"
#include "build/description.h"
#include "build/manifest.h"
#include "document/input.h"

namespace fs = std::filesystem;
using namespace catchword;

namespace {

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  REQUIRE(file >= 0);
  REQUIRE(::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  REQUIRE(::close(file) == 0);
}

std::string read(const fs::path& path) {
  const Result<std::string> content = read_file(path);
  REQUIRE(content.ok());
  return content.value();
}

/// A folder for one test, with what the browser's build leaves in `web`.
class Workshop {
 public:
  Workshop() {
    char name[] = "/tmp/catchword-test-XXXXXX";
    REQUIRE(::mkdtemp(name) != nullptr);
    top_ = fs::canonical(name);
    write(web() / "catchword.js", "export const bundle=__CATCHWORD_BUNDLE__;\n");
    write(web() / "catchword-element.js", "(()=>{var b=__CATCHWORD_BUNDLE__})();\n");
    write(web() / "engine.js", "export const open = 1;\n");
    write(web() / "engine-classic.js", "catchwordOffline.open = 1;\n");
    write(web() / "engine-lean.pack", "packed");
    write(web() / "engine-speller.pack", "packed, and more");
    write(web() / "engine-full.pack", "packed, too");
    write(web() / "catchword-highlight.js", "highlight();\n");
    write(web() / "catchword-worker.js", "const b=__CATCHWORD_BUNDLE__;\n");
    write(web() / "parts" / "de.js", "de\n");
    write(web() / "parts" / "zh-hans.js", "zh\n");
  }
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(top_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  [[nodiscard]] fs::path web() const { return top_ / "web"; }
  [[nodiscard]] fs::path out() const { return top_ / "out"; }
  [[nodiscard]] const fs::path& top() const { return top_; }
  [[nodiscard]] WriteOptions options(bool offline = false) const { return {web(), offline, 2}; }

 private:
  fs::path top_;
};

/// A bundle whose every file has a content of its own; `build` tells builds apart.
Bundle make_bundle(const std::string& build, std::size_t blocks = 3, std::size_t block_size = 10) {
  const auto file = [&](std::string_view prefix, const std::string& content,
                        std::string_view suffix) {
    const ByteView bytes = as_bytes(content);
    return BundleFile{name_by_content(prefix, bytes, suffix), Bytes(bytes.begin(), bytes.end())};
  };
  Bundle bundle;
  bundle.files.push_back(file("root-", "root " + build, ".bin"));
  for (std::size_t i = 0; i < blocks; ++i) {
    const std::string content = std::to_string(i) + " of " + build + std::string(block_size, 'x');
    bundle.files.push_back(file("terms/", content, ".bin"));
    bundle.files.push_back(file("text/", content, "-0.bin"));
  }
  return bundle;
}

/// Every file below `folder` with its content.
std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).generic_string()] = read(entry.path());
    }
  }
  return files;
}

std::set<std::string> entries(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

Description description_in(const fs::path& folder) {
  const Result<Description> description = find_description(read(folder / "catchword.js"), "loader");
  REQUIRE(description.ok());
  return description.value();
}

Manifest manifest_in(const fs::path& folder) {
  const Result<Manifest> manifest =
      parse_manifest(read(folder / description_in(folder).files), "manifest");
  REQUIRE(manifest.ok());
  return manifest.value();
}

void require_whole(const fs::path& folder, const Bundle& bundle) {
  const auto files = contents(folder);
  for (const BundleFile& file : bundle.files) {
    REQUIRE(files.count(file.name) == 1);
    REQUIRE(files.at(file.name) == as_text(file.bytes));
  }
  for (const std::string& name : manifest_in(folder).files) REQUIRE(files.count(name) == 1);
  REQUIRE(description_in(folder).root == bundle.root().name);
}

void require_written(const Bundle& bundle, const fs::path& folder, const WriteOptions& options) {
  const Status written = write_bundle_folder(bundle, folder, options);
  INFO((written ? "" : written.error().to_string()));
  REQUIRE(written.ok());
}

Error refusal(const Bundle& bundle, const fs::path& folder, const WriteOptions& options) {
  const Status written = write_bundle_folder(bundle, folder, options);
  REQUIRE_FALSE(written.ok());
  return written.error();
}

/// A small disk at `folder` while it lives; not ok() where one may not be mounted.
class SmallDisk {
 public:
  explicit SmallDisk(fs::path folder) : folder_(std::move(folder)) {
    fs::create_directories(folder_);
    ok_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=192k") == 0;
    if (!ok_) WARN("skipped: a small disk can only be mounted by root");
  }
  ~SmallDisk() {
    if (ok_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  [[nodiscard]] bool ok() const { return ok_; }

 private:
  fs::path folder_;
  bool ok_ = false;
};

}  // namespace

TEST_CASE("a file that another build leaves as it was is the same file, a damaged one is written anew") {
  const Workshop workshop;
  const Bundle bundle = make_bundle("first");
  REQUIRE(write_bundle_folder(bundle, workshop.out(), workshop.options()));
  const auto inode_of = [&](const std::string& name) {
    struct stat about {};
    REQUIRE(::stat((workshop.out() / name).c_str(), &about) == 0);
    return about.st_ino;
  };
  const std::string whole = bundle.files.at(0).name;
  const std::string damaged = bundle.files.at(1).name;
  const auto before = inode_of(whole);
  const std::string content = read(workshop.out() / damaged);
  write(workshop.out() / damaged, std::string(content.size(), '?'));
  REQUIRE(write_bundle_folder(bundle, workshop.out(), workshop.options()));
  CHECK(inode_of(whole) == before);
  CHECK(read(workshop.out() / damaged) == content);
}

TEST_CASE("a new folder has every file of the bundle, and loaders that name them") {
  const Workshop workshop;
  const Bundle bundle = make_bundle("first");
  const fs::path out = workshop.top() / "not" / "there" / "yet";
  require_written(bundle, out, workshop.options());
  require_whole(out, bundle);

  const Description description = description_in(out);
  CHECK(read(out / description.engine) == read(workshop.web() / "engine.js"));
  CHECK(read(out / description.lean) == read(workshop.web() / "engine-lean.pack"));
  CHECK(read(out / description.speller) == read(workshop.web() / "engine-speller.pack"));
  CHECK(read(out / description.full) == read(workshop.web() / "engine-full.pack"));
  CHECK_FALSE(description.offline.has_value());
  CHECK(read(out / "catchword-element.js") == "(()=>{var b=" + to_json(description) + "})();\n");
  CHECK(read(out / "catchword-worker.js") == "const b=" + to_json(description) + ";\n");
  CHECK(read(out / "catchword-highlight.js") == "highlight();\n");
  CHECK(read(out / part_file_name(description.parts, "zh-hans")) == "zh\n");
  CHECK(manifest_in(out).previous.empty());
  CHECK(contents(out).size() == manifest_in(out).files.size() + 1);
  CHECK(entries(out.parent_path()) == std::set<std::string>{"yet"});
}

TEST_CASE("the same bundle gives the same bytes, also over itself") {
  const Workshop workshop;
  require_written(make_bundle("first"), workshop.out(), workshop.options(true));
  const auto once = contents(workshop.out());
  require_written(make_bundle("first"), workshop.out(), workshop.options(true));
  CHECK(contents(workshop.out()) == once);
  require_written(make_bundle("first"), workshop.top() / "other", workshop.options(true));
  CHECK(contents(workshop.top() / "other") == once);
}

TEST_CASE("the files of the build before are kept, those of two builds before are not") {
  const Workshop workshop;
  const Bundle first = make_bundle("first");
  const Bundle second = make_bundle("second");
  const Bundle third = make_bundle("third");
  require_written(first, workshop.out(), workshop.options());
  const std::string first_manifest = description_in(workshop.out()).files;
  require_written(second, workshop.out(), workshop.options());
  require_whole(workshop.out(), second);
  CHECK(fs::exists(workshop.out() / first.files[1].name));
  const std::vector<std::string> previous = manifest_in(workshop.out()).previous;
  CHECK(previous.size() == first.files.size() + 1);
  CHECK(std::binary_search(previous.begin(), previous.end(), first_manifest));

  SECTION("to build the same again is no new generation") {
    const auto before = contents(workshop.out());
    require_written(second, workshop.out(), workshop.options());
    CHECK(contents(workshop.out()) == before);
  }
  SECTION("another build is one") {
    require_written(third, workshop.out(), workshop.options());
    require_whole(workshop.out(), third);
    CHECK(fs::exists(workshop.out() / second.files[1].name));
    CHECK_FALSE(fs::exists(workshop.out() / first.files[1].name));
    CHECK_FALSE(fs::exists(workshop.out() / first_manifest));
  }
}

TEST_CASE("a file that the indexer did not write stays when its bundle is replaced") {
  const Workshop workshop;
  require_written(make_bundle("first"), workshop.out(), workshop.options());
  write(workshop.out() / ".htaccess", "Header set X-Mine yes\n");
  write(workshop.out() / "notes" / "deep" / "mine.txt", "mine");
  fs::create_symlink("notes", workshop.out() / "link");
  require_written(make_bundle("second"), workshop.out(), workshop.options());
  CHECK(read(workshop.out() / ".htaccess") == "Header set X-Mine yes\n");
  CHECK(read(workshop.out() / "notes" / "deep" / "mine.txt") == "mine");
  CHECK(fs::read_symlink(workshop.out() / "link") == "notes");
}

TEST_CASE("a folder that holds something else is refused and left alone") {
  const Workshop workshop;
  write(workshop.out() / "thesis.txt", "years of work");
  SECTION("a file") {}
  SECTION("a script that is called like a loader") {
    write(workshop.out() / "catchword.js", "alert(1)");
  }
  SECTION("a loader whose names lead out of the folder") {
    write(workshop.out() / "catchword.js",
          R"(a={"format":1,"root":"../thesis.txt","engine":"e","lean":"l","speller":"s","full":"v","files":"f"})");
  }
  const auto before = contents(workshop.out());
  for (const Error& error : {refusal(make_bundle("a"), workshop.out(), workshop.options()),
                             check_bundle_folder(workshop.out(), workshop.options()).error()}) {
    CHECK(error.kind == ErrorKind::kOutput);
    CHECK(error.where == workshop.out());
    CHECK_FALSE(error.remedy.empty());
  }
  CHECK(contents(workshop.out()) == before);
  CHECK(entries(workshop.top()) == std::set<std::string>{"out", "web"});
}

TEST_CASE("a file in the output's place is refused and left alone") {
  const Workshop workshop;
  write(workshop.out(), "not a folder");
  CHECK(refusal(make_bundle("a"), workshop.out(), workshop.options()).kind == ErrorKind::kOutput);
  CHECK(read(workshop.out()) == "not a folder");
  const fs::path below = workshop.out() / "below";
  CHECK(refusal(make_bundle("a"), below, workshop.options()).kind == ErrorKind::kOutput);
}

TEST_CASE("a symbolic link to the output stays one") {
  const Workshop workshop;
  fs::create_directories(workshop.top() / "real");
  fs::create_directory_symlink("real", workshop.out());
  const Bundle bundle = make_bundle("first");
  require_written(bundle, workshop.out() / "", workshop.options());
  CHECK(fs::is_symlink(workshop.out()));
  require_whole(workshop.top() / "real", bundle);
}

TEST_CASE("the folder's permissions stay when its bundle is replaced") {
  const Workshop workshop;
  require_written(make_bundle("first"), workshop.out(), workshop.options());
  fs::permissions(workshop.out(), fs::perms(0711));
  require_written(make_bundle("second"), workshop.out(), workshop.options());
  CHECK(fs::status(workshop.out()).permissions() == fs::perms(0711));
}

TEST_CASE("a part that the browser's build should have left is named") {
  const Workshop workshop;
  const auto name = GENERATE(as<std::string>(), "catchword.js", "catchword-element.js", "engine.js",
                             "engine-classic.js", "engine-lean.pack", "engine-speller.pack",
                             "engine-full.pack", "catchword-highlight.js", "catchword-worker.js");
  const bool empty = GENERATE(false, true);
  fs::remove(workshop.web() / name);
  if (empty) write(workshop.web() / name, "");
  const Error error = refusal(make_bundle("a"), workshop.out(), workshop.options(true));
  CHECK(error.kind == ErrorKind::kInput);
  CHECK(error.where == workshop.web() / name);
  CHECK_FALSE(fs::exists(workshop.out()));
}

TEST_CASE("a loader without a place for the description, or with two, is an error") {
  const Workshop workshop;
  write(workshop.web() / "catchword.js",
        GENERATE(as<std::string>(), "x", "__CATCHWORD_BUNDLE__,__CATCHWORD_BUNDLE__"));
  const Error error = refusal(make_bundle("a"), workshop.out(), workshop.options());
  CHECK(error.kind == ErrorKind::kInput);
  CHECK(error.where == "catchword.js");
  CHECK(entries(workshop.top()) == std::set<std::string>{"web"});
}

TEST_CASE("an old bundle whose list is damaged can be replaced") {
  const Workshop workshop;
  require_written(make_bundle("first"), workshop.out(), workshop.options());
  const fs::path list = workshop.out() / description_in(workshop.out()).files;
  if (GENERATE(false, true)) {
    write(list, R"({"files":["../../etc/passwd"],"previous":[]})");
  } else {
    fs::remove(list);
  }
  const Bundle second = make_bundle("second");
  require_written(second, workshop.out(), workshop.options());
  require_whole(workshop.out(), second);
  CHECK(contents(workshop.out()).size() == manifest_in(workshop.out()).files.size() + 1);
}

TEST_CASE("where the output is the current folder, it is the same folder afterwards") {
  const Workshop workshop;
  const fs::path before = fs::current_path();
  fs::create_directories(workshop.out());
  fs::current_path(workshop.out());
  const Bundle first = make_bundle("first");
  const Bundle second = make_bundle("second");
  const Bundle third = make_bundle("third");
  require_written(first, ".", workshop.options());
  write(workshop.out() / "mine.txt", "mine");
  require_written(second, ".", workshop.options());
  require_whole(".", second);
  CHECK(fs::exists(first.files[1].name));
  require_written(third, ".", workshop.options());
  require_whole(".", third);
  CHECK_FALSE(fs::exists(first.files[1].name));
  CHECK(fs::exists(second.files[1].name));
  CHECK(read("mine.txt") == "mine");
  CHECK(contents(".").size() ==
        manifest_in(".").files.size() + manifest_in(".").previous.size() + 2);
  fs::current_path(before);
}

TEST_CASE("a full disk is an error with a remedy, and the old bundle stays whole", "[skips]") {
  const Workshop workshop;
  const fs::path disk = workshop.top() / "disk";
  const SmallDisk mounted(disk);
  if (!mounted.ok()) return;
  // A mount point can't be swapped, so this goes the other way.
  const fs::path out = GENERATE(false, true) ? disk : disk / "out";
  const Bundle small = make_bundle("small");
  require_written(small, out, workshop.options());
  const auto before = contents(disk);
  const Error error = refusal(make_bundle("large", 100, 8000), out, workshop.options());
  CHECK(error.kind == ErrorKind::kOutput);
  CHECK(error.where.rfind(out.string() + "/", 0) == 0);  // whichever file came too late
  CHECK(error.message.find("No space left") != std::string::npos);
  CHECK(error.remedy.find("2 MB") != std::string::npos);
  CHECK(contents(disk) == before);
  require_whole(out, small);
}

TEST_CASE("a bundle on a disk of its own is replaced in its place", "[skips]") {
  const Workshop workshop;
  const SmallDisk mounted(workshop.out());
  if (!mounted.ok()) return;
  require_written(make_bundle("first"), workshop.out(), workshop.options());
  const Bundle second = make_bundle("second");
  require_written(second, workshop.out(), workshop.options());
  require_whole(workshop.out(), second);
}

TEST_CASE("offline packs hold every file but the root, in scripts of a bounded size") {
  const Workshop workshop;
  const Bundle bundle = make_bundle("packed", 150, 4000);
  require_written(bundle, workshop.out(), workshop.options(true));
  const Description description = description_in(workshop.out());
  REQUIRE(description.offline.has_value());
  const std::string core = read(workshop.out() / description.offline->core);
  CHECK(core.rfind("catchwordOffline.core({\"root\":\"", 0) == 0);
  CHECK(read(workshop.out() / description.offline->engine) ==
        read(workshop.web() / "engine-classic.js"));

  std::string packs;
  std::size_t small = 0;
  for (const auto& entry : fs::directory_iterator(workshop.out() / "offline")) {
    if (entry.path().filename().string().rfind("pack-", 0) != 0) continue;
    CHECK(entry.file_size() < (256 << 10) + 100);
    small += entry.file_size() < (64 << 10);
    packs += read(entry.path());
  }
  CHECK(small <= 1);
  for (std::size_t i = 1; i < bundle.files.size(); ++i) {
    CHECK(packs.find('"' + bundle.files[i].name + "\":\"") != std::string::npos);
    CHECK(core.find('"' + bundle.files[i].name + "\":") != std::string::npos);
  }
}

TEST_CASE("names that the indexer gives are known, others are not") {
  for (const char* name : {"catchword.js", "root-abcdefgh.bin", "terms/a2b3c4d5.bin",
                           "text/abcdefgh-0.bin", "text/abcdefgh-15.bin", "files-abcdefgh.json",
                           "offline/pack-abcdefgh.js"}) {
    CHECK(is_bundle_name(name));
  }
  for (const char* name : {"", "root-.bin", "root-abcdefg.bin", "root-ABCDEFGH.bin", "terms/",
                           "terms/../../ab.bin", "text/abcdefgh-.bin", "text/abcdefgh-x.bin",
                           "text/abcdefgh.bin", "/root-abcdefgh.bin", "root-abcdefgh.bin.bak"}) {
    CHECK_FALSE(is_bundle_name(name));
  }
}
