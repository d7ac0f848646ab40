# The native program: readers, builder, command line; and their tests.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Catch2 2 REQUIRED)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(LIBXML REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark-gfm)
# Formats whose libraries may be missing: their readers then say so.
pkg_check_modules(ZIP IMPORTED_TARGET libzip)
pkg_check_modules(POPPLER IMPORTED_TARGET poppler-cpp)
pkg_check_modules(GMIME IMPORTED_TARGET gmime-3.0)

add_library(catchword_search STATIC ${CATCHWORD_SHARED_SOURCES} ${CATCHWORD_SPELLING_SOURCES}
  ${CATCHWORD_FULL_SOURCES}
  core/analysis/stemmer_snowball.cc
  core/analysis/unicode_icu.cc core/base/checksum_zlib.cc)
target_compile_options(catchword_search PRIVATE -fno-exceptions)
target_link_libraries(catchword_search PUBLIC ICU::uc ICU::data stemmer ZLIB::ZLIB)

add_library(catchword_documents STATIC
  core/base/file_error.cc
  core/base/parallel.cc
  core/base/temporary_file.cc
  core/document/boilerplate.cc
  core/document/canonical.cc
  core/document/collection.cc
  core/document/config/byte_size.cc
  core/document/config/config.cc
  core/document/config/glob.cc
  core/document/config/metadata_types.cc
  core/document/config/metadata_values.cc
  core/document/config/synonyms.cc
  core/document/config/url_rules.cc
  core/document/config/yaml_values.cc
  core/document/format.cc
  core/document/formats_library.cc
  core/document/hash_counts.cc
  core/document/html/attributes.cc
  core/document/html/directives.cc
  core/document/html/document.cc
  core/document/html/encoding.cc
  core/document/html/entities.cc
  core/document/html/json_ld.cc
  core/document/html/links.cc
  core/document/html/metadata.cc
  core/document/html/page.cc
  core/document/html/page_links.cc
  core/document/html/passages.cc
  core/document/html/quirks.cc
  core/document/html/reader.cc
  core/document/html/selector.cc
  core/document/html/tags.cc
  core/document/html/text.cc
  core/document/html/tokenizer.cc
  core/document/html/tree.cc
  core/document/html/tree_body.cc
  core/document/html/tree_foreign.cc
  core/document/html/tree_formatting.cc
  core/document/html/tree_table.cc
  core/document/html/visibility.cc
  core/document/input.cc
  core/document/json_lines/handler.cc
  core/document/json_lines/reader.cc
  core/document/language.cc
  core/document/markdown/front_matter.cc
  core/document/markdown/front_matter_toml.cc
  core/document/markdown/front_matter_yaml.cc
  core/document/markdown/heading_slug.cc
  core/document/markdown/html.cc
  core/document/markdown/reader.cc
  core/document/metadata_builder.cc
  core/document/documents.cc
  core/document/source_path.cc
  core/document/text/blocks.cc
  core/document/text/dates.cc
  core/document/text/front_page.cc
  core/document/text/header_lines.cc
  core/document/text/headings.cc
  core/document/text/lines.cc
  core/document/text/names.cc
  core/document/text/origin.cc
  core/document/text/reader.cc
  core/document/text_encoding.cc
  core/document/text_strings.cc
  core/document/url.cc
  core/document/utf8.cc
)
target_compile_definitions(catchword_documents PUBLIC CATCHWORD_VERSION="${PROJECT_VERSION}")
target_link_libraries(catchword_documents PUBLIC catchword_search nlohmann_json::nlohmann_json
  PkgConfig::YAML PkgConfig::CMARK cmark-gfm-extensions cld2 ICU::i18n Threads::Threads
  ${CMAKE_DL_LIBS})

# Formats whose libraries take long to load, and the library that the program loads when it meets one.
add_library(catchword_formats STATIC
  core/document/epub/package.cc
  core/document/epub/reader.cc
  core/document/epub/zip_archive.cc
  core/document/mail/reader.cc
  core/document/pdf/reader.cc
)
target_link_libraries(catchword_formats PUBLIC catchword_documents PkgConfig::LIBXML)
if(ZIP_FOUND)
  target_compile_definitions(catchword_formats PRIVATE CATCHWORD_HAVE_LIBZIP)
  target_link_libraries(catchword_formats PUBLIC PkgConfig::ZIP)
endif()
if(POPPLER_FOUND)
  target_compile_definitions(catchword_formats PRIVATE CATCHWORD_HAVE_POPPLER)
  target_link_libraries(catchword_formats PUBLIC PkgConfig::POPPLER)
endif()
if(GMIME_FOUND)
  target_compile_definitions(catchword_formats PRIVATE CATCHWORD_HAVE_GMIME)
  target_link_libraries(catchword_formats PUBLIC PkgConfig::GMIME)
endif()
add_library(catchword_formats_module MODULE core/document/formats_module.cc)
set_target_properties(catchword_formats_module PROPERTIES PREFIX "" OUTPUT_NAME catchword-formats
  CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
target_link_libraries(catchword_formats_module PRIVATE catchword_formats)
target_link_options(catchword_formats_module PRIVATE LINKER:--exclude-libs,ALL)

add_library(catchword_build STATIC
  core/build/aliases.cc
  core/build/analyzed_documents.cc
  core/build/bundle.cc
  core/build/bundle_folder.cc
  core/build/bundle_names.cc
  core/build/compound_parts.cc
  core/build/column_values.cc
  core/build/column_writer.cc
  core/build/compounds.cc
  core/build/content_hash.cc
  core/build/description.cc
  core/build/document_terms.cc
  core/build/folder_writer.cc
  core/build/homophones.cc
  core/build/id_hashes.cc
  core/build/inverter.cc
  core/build/joined_words.cc
  core/build/unspaced_words.cc
  core/build/languages.cc
  core/build/likelier_words.cc
  core/build/lexicon.cc
  core/build/link_texts.cc
  core/build/manifest.cc
  core/build/map_writer.cc
  core/build/numbered_strings.cc
  core/build/offline_packs.cc
  core/build/output_folder.cc
  core/build/primer.cc
  core/build/position_writer.cc
  core/build/ranking.cc
  core/build/sample.cc
  core/build/spelling_words.cc
  core/build/spelling_writer.cc
  core/build/staging_folder.cc
  core/build/synonyms.cc
  core/build/term_layout.cc
  core/build/term_table_writer.cc
  core/build/term_writer.cc
  core/build/text_groups.cc
  core/build/text_layout.cc
  core/build/text_sizer.cc
  core/build/text_writer.cc
  core/build/filter_writer.cc
  core/build/period_lists.cc
  core/build/scale_writer.cc
  core/build/value_bucket_writer.cc
  core/build/value_files.cc
  core/build/web_files.cc
  core/build/word_adder.cc
  core/build/word_pairs.cc
)
target_link_libraries(catchword_build PUBLIC catchword_documents PkgConfig::XXHASH)

add_library(catchword_cli STATIC
  core/cli/bundle_inspection.cc
  core/cli/bundle_source.cc
  core/cli/bundle_verifier.cc
  core/cli/eval_command.cc
  core/cli/heap.cc
  core/cli/http_files.cc
  core/cli/index_arguments.cc
  core/cli/index_command.cc
  core/cli/index_options.cc
  core/cli/index_summary.cc
  core/cli/inspect_command.cc
  core/cli/judgments.cc
  core/cli/offline_verifier.cc
  core/cli/opened_bundle.cc
  core/cli/report.cc
  core/cli/search_command.cc
  core/cli/selection_options.cc
  core/cli/serve_command.cc
  core/cli/suggest_command.cc
  core/cli/scale_checker.cc
  core/cli/value_bucket_checker.cc
  core/cli/verify_command.cc
  core/cli/whole_columns.cc
  core/cli/whole_lists.cc
)
target_link_libraries(catchword_cli PUBLIC catchword_build CLI11::CLI11 PkgConfig::HTTPLIB)
target_compile_options(catchword_cli PRIVATE -O1)  # a quarter less to compile; what takes time is on the floors below

add_executable(catchword core/cli/main.cc)
target_link_libraries(catchword PRIVATE catchword_cli)
add_dependencies(catchword catchword_formats_module)

# A step of the build: the modules of the preset "wasm", packed.
add_library(catchword_packing STATIC core/packing/packer.cc)
add_executable(catchword_pack core/packing/main.cc)
target_link_libraries(catchword_pack PRIVATE catchword_packing)

# What core/index/position_prior.inc is made with.
add_executable(catchword_train core/training/main.cc)
target_link_libraries(catchword_train PRIVATE catchword_cli)

# Its tests.
if(CATCHWORD_FUZZ)
  include(tests/fuzz/fuzz.cmake)
else()
  include(tests/tests.cmake)
endif()
