package org.unlisted.crawl.chat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of messages, told by the names of their columns. */
enum CsvFormat {
    /** DiscordChatExporter. */
    DISCORD("discord-chat-exporter-csv", "AuthorID", "Date", "Content", "Attachments") {
        @Override
        Reading read(Map<String, String> row, String file) {
            List<String> pictures = Arrays.stream(row.getOrDefault("Attachments", "").split(",", 100))
                    .map(String::strip)
                    .filter(Pictures::isPicture)
                    .toList();
            return said(new Chat("discord", "", file), "", row.get("Date"), row.get("Content"), pictures);
        }
    },

    /** chatlog (WeChat). */
    CHATLOG("chatlog-csv", "Time", "Sender", "Talker", "Content") {
        @Override
        Reading read(Map<String, String> row, String file) {
            String talker = row.getOrDefault("Talker", "");
            String name = row.getOrDefault("TalkerName", "");
            Chat chat = new Chat("wechat", talker, name.isEmpty() ? talker : name);
            return said(chat, "", row.get("Time"), row.get("Content"), List.of());
        }
    },

    /** WeChatMsg, later MemoTrace. Before 0.2.7 rows had a column more than the header, at their end. */
    MEMOTRACE("memotrace-csv", "localId", "TalkerId", "Type", "CreateTime", "StrContent") {
        @Override
        Reading read(Map<String, String> row, String file) {
            String type = row.getOrDefault("Type", "");
            // 1 text, 49 share or answer; pictures (3) are not in the table
            if (row.containsKey("StrContent") && !type.equals("1") && !type.equals("49")) return new Reading.Silent();
            return said(
                    new Chat("wechat", row.getOrDefault("TalkerId", ""), file),
                    row.get("localId"),
                    row.get("CreateTime"),
                    row.get("StrContent"),
                    List.of());
        }
    },

    /** MemoTrace 2 and later, with Chinese columns. */
    MEMOTRACE_CHINESE("memotrace-csv", "消息ID", "类型", "发送人", "时间", "内容") {
        @Override
        Reading read(Map<String, String> row, String file) {
            if (row.getOrDefault("类型", "").startsWith("系统")) return new Reading.Silent();
            Chat chat = new Chat("wechat", "", file);
            return said(chat, row.get("消息ID"), row.get("时间"), row.get("内容"), List.of());
        }
    };

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> columns;

    CsvFormat(String label, String... columns) {
        this.label = label;
        this.columns = Set.of(columns);
    }

    String label() {
        return label;
    }

    abstract Reading read(Map<String, String> row, String file);

    static Optional<CsvFormat> of(List<String> header) {
        return Arrays.stream(values()).filter(f -> header.containsAll(f.columns)).findFirst();
    }

    private static ZoneId zone(Chat chat) {
        return chat.platform().equals("wechat") ? Times.CHINA : ZoneOffset.UTC;
    }

    private static Reading said(
            Chat chat, @Nullable String id, @Nullable String time,
            @Nullable String text, List<String> pictures) {
        if (time == null || text == null) return new Reading.Odd(id == null ? "" : id, "with too few columns");
        String words = chat.platform().equals("wechat") ? WeChat.text(text) : text;
        Post.Origin origin = new Post.Origin(chat, id == null ? "" : id, Times.of(time, zone(chat)));
        return new Reading.Said(Post.of(origin, words, Post.Attached.of(pictures)));
    }
}
